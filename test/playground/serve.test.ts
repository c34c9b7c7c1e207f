import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPlayground } from '../../build/playground'
import { serveFolder } from '../../build/static-server'

describe('the static server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-served-'))
  let server: Server
  let port: number

  beforeAll(async () => {
    mkdirSync(join(folder, 'site'))
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    for (const name of ['index.html', 'main.js', 'look.css', 'a.woff2'])
      writeFileSync(join(folder, 'site', name), name)
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'site', 'link.txt'))
    const served = await serveFolder(join(folder, 'site'), 0)
    server = served.server
    port = served.port
  })
  afterAll(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  interface Answer {
    status: number | undefined
    body: string
    headers: NodeJS.Dict<string | string[]>
  }
  /** A raw request: `fetch` would tidy up the very paths that are to be tried. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, response => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', part => {
          body += part
        })
        response.on('end', () => resolve({ status: response.statusCode, body, headers: response.headers }))
      })
      asking.on('error', reject).end()
    })

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/main.js', 'text/javascript; charset=utf-8'],
    ['/look.css?v=1', 'text/css; charset=utf-8'],
    ['/a.woff2', 'font/woff2'],
  ])('%s is %s', async (path, type) => {
    const { status, headers } = await get(path)
    expect([status, headers['content-type']]).toEqual([200, type])
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/link.txt',
    '/main.js%00.html',
    '/%',
    '/site',
    '/nothing.html',
  ])('%s leads nowhere', async path => {
    const { status, body } = await get(path)
    expect([status, body.includes('secret')]).toEqual([404, false])
  })

  test('a page elsewhere that points its name at this machine gets nothing', async () => {
    expect((await get('/', { Host: 'evil.example' })).status).toBe(421)
    expect((await get('/', { Host: `localhost:${port}` })).status).toBe(200)
  })

  test('only reading is allowed', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405)
    expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  test('pages may load nothing from elsewhere', async () => {
    const policy = String((await get('/')).headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/https?:|\*/)
  })

  test('a taken port is replaced by a free one', async () => {
    const second = await serveFolder(join(folder, 'site'), port)
    expect(second.port).not.toBe(port)
    second.server.close()
  })
})

test('npm start builds, tells its address and serves the page there', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'build/serve.ts', '--no-open'])
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout.on('data', part => {
        said += part
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)
        if (found) resolve(found[0])
      })
      child.on('exit', () => reject(new Error(`it ended: ${said}`)))
    })
    const page = await fetch(address, { headers: { Connection: 'close' } })
    expect(await page.text()).toContain('Plumbline')
  } finally {
    const ended = new Promise(resolve => child.on('exit', resolve))
    child.kill()
    await ended
  }
})

test('other people’s work is shipped as they made it, with its licence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-built-'))
  await buildPlayground(folder)
  const shipped = (path: string) => readFileSync(join(folder, 'vendor', path), 'utf8')
  const installed = (path: string) => readFileSync(join('node_modules', path), 'utf8')
  expect(shipped('o-spreadsheet/o_spreadsheet.min.iife.js')).toBe(
    installed('@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js'),
  )
  expect(shipped('o-spreadsheet/LICENSE')).toContain('LESSER GENERAL PUBLIC LICENSE')
  expect(shipped('owl/owl.iife.min.js')).toBe(installed('@odoo/owl/dist/owl.iife.min.js'))
  // Whoever puts the pages on a server of their own has the policy in them.
  for (const page of ['index.html', 'sidebar.html'])
    expect(readFileSync(join(folder, page), 'utf8')).toContain("default-src 'none'; script-src 'self'")
  expect(shipped('NOTICE.txt')).toMatch(/o-spreadsheet 19\.3\.7 \(LGPL-3\.0/)
  rmSync(folder, { recursive: true, force: true })
})
