import { X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { homedir } from 'node:os'
import { extname, join, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Answers with the files that are in the folder now and nothing else: no path is ever put together from a request. */
export function filesOf(folder: string): RequestListener {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = new Map(names.map(name => [`/${name.split(sep).join('/')}`, join(folder, name)]))
  return (request, response) => {
    const file = files.get((request.url ?? '').split('?')[0] ?? '')
    if (file === undefined || !statSync(file).isFile())
      return response.writeHead(404).end('There is no such file.')
    // Excel keeps what it may: without this a new build would not show.
    response.writeHead(200, { 'Content-Type': types[extname(file)], 'Cache-Control': 'no-store' })
    response.end(readFileSync(file))
  }
}

export interface Certificate {
  readonly key: Buffer
  readonly cert: Buffer
}

/** Where `office-addin-dev-certs` keeps the certificate that it made this machine trust. */
const certificateFolder = join(homedir(), '.office-addin-dev-certs')

/** @returns undefined where there is none, or only one that has run out */
export function localCertificate(folder = certificateFolder): Certificate | undefined {
  const keyFile = join(folder, 'localhost.key')
  const certificateFile = join(folder, 'localhost.crt')
  if (!existsSync(keyFile) || !existsSync(certificateFile)) return undefined
  const cert = readFileSync(certificateFile)
  if (new Date(new X509Certificate(cert).validTo) < new Date()) return undefined
  return { key: readFileSync(keyFile), cert }
}
