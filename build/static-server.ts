import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { policyOfServer } from './content-security-policy'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

const headers = {
  'Content-Security-Policy': policyOfServer,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
}

/** Serves the files of one folder, to this machine only. A taken port is replaced by a free one. */
export function serveFolder(
  folder: string,
  preferredPort: number,
): Promise<{ server: Server; port: number }> {
  const home = realpathSync(folder)
  const server = createServer((request, response) => {
    // A page elsewhere can point a name of its own at this machine; such a request carries that name.
    if (!isLocalName(request.headers.host))
      return refuse(response, 421, 'This server answers to 127.0.0.1 only.')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only reading here.')
    const file = findFile(home, request.url ?? '/')
    if (!file) return refuse(response, 404, 'There is no such file.')
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': statSync(file).size })
    if (request.method === 'HEAD') return response.end()
    createReadStream(file).pipe(response)
  })
  return listen(server, preferredPort)
}

function isLocalName(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '')
}

function findFile(home: string, url: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/, ''))
  } catch {
    return undefined
  }
  if (!path.startsWith('/') || path.includes('\0')) return undefined
  const wanted = join(home, path.endsWith('/') ? `${path}index.html` : path)
  if (!existsSync(wanted)) return undefined
  // Judged after links and `..` are resolved, so that no spelling of a path leads out of the folder.
  const real = realpathSync(wanted)
  return real.startsWith(home + sep) && statSync(real).isFile() ? real : undefined
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`)
}

function listen(server: Server, preferredPort: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && preferredPort !== 0) resolve(listen(server, 0))
      else reject(error)
    })
    server.listen(preferredPort, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' && address ? address.port : preferredPort })
    })
  })
}
