import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Request {
  readonly line: string
  readonly authorisation: string | undefined
  readonly body: { files: { name: string; type: string; source: string }[] }
}

describe('npm run sheets:push', () => {
  let folder: string
  let server: Server
  let requests: Request[]

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-push-'))
    requests = []
    server = createServer(async (request, response) => {
      let text = ''
      for await (const piece of request) text += piece
      const { method, url, headers } = request
      const body = text === '' ? { files: [] } : JSON.parse(text)
      requests.push({ line: `${method} ${url}`, authorisation: headers.authorization, body })
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ scriptId: 'my-script', files: [] }))
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  })

  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await new Promise(done => server.close(done))
  })

  function settle(settings: string) {
    writeFileSync(join(folder, '.clasp.json'), settings)
    const token = {
      type: 'authorized_user',
      client_id: 'a',
      client_secret: 'b',
      refresh_token: 'c',
      access_token: 'loopback',
      expiry_date: Date.now() + 3_600_000,
    }
    writeFileSync(join(folder, '.clasprc.json'), JSON.stringify({ tokens: { default: token } }))
  }

  function push(): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'build/sheets-push.ts', folder], {
      env: {
        ...process.env,
        HOME: folder,
        USERPROFILE: folder,
        PLUMBLINE_LOOPBACK: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        NODE_OPTIONS: `--import ${pathToFileURL('test/apps-script/clasp-on-loopback.mjs').href}`,
      },
    })
    let said = ''
    const hear = (piece: Buffer) => {
      said += piece.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    return new Promise(done => child.on('close', code => done({ code, said })))
  }

  test('sends the manifest, one script and one page, as built', async () => {
    settle('{ "scriptId": "my-script", "rootDir": "dist/apps-script" }')
    const { code, said } = await push()
    expect(said).toContain('Pushed 3 files')
    expect(code).toBe(0)

    const update = requests.find(({ line }) => line.startsWith('PUT'))
    expect(update?.line).toBe('PUT /v1/projects/my-script/content')
    expect(update?.authorisation).toBe('Bearer loopback')
    const built = (name: string) => readFileSync(join(folder, 'dist/apps-script', name), 'utf8')
    const byName = [...(update?.body.files ?? [])].sort((a, b) => a.name.localeCompare(b.name))
    expect(byName).toEqual([
      { name: 'appsscript', type: 'JSON', source: built('appsscript.json') },
      { name: 'plumbline', type: 'SERVER_JS', source: built('plumbline.js') },
      { name: 'sidebar', type: 'HTML', source: built('sidebar.html') },
    ])
  })

  test.each([
    ['no settings', undefined, 'There is no .clasp.json'],
    ['settings that are no JSON', '{', 'cannot be read as JSON'],
    ['settings without a project', '{ "rootDir": "dist/apps-script" }', 'names no scriptId'],
    [
      'a folder that is not the add-on',
      '{ "scriptId": "x", "rootDir": "." }',
      '"rootDir": "dist/apps-script"',
    ],
    ['no folder', '{ "scriptId": "x" }', '"rootDir": "dist/apps-script"'],
  ])('says what to do about %s, and sends nothing', async (_, settings, sentence) => {
    if (settings !== undefined) settle(settings)
    const { code, said } = await push()
    expect(said).toContain(sentence)
    expect(said).not.toContain('    at ')
    expect(code).toBe(1)
    expect(requests).toEqual([])
  })
})
