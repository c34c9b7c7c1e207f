import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesOf, localCertificate } from '../../build/excel-server'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-server-'))
mkdirSync(join(folder, 'public', 'icons'), { recursive: true })
writeFileSync(join(folder, 'secret.txt'), 'secret')
writeFileSync(join(folder, 'public', 'functions.json'), '{}')
writeFileSync(join(folder, 'public', 'icons', 'mark.png'), '')
const server = createServer(filesOf(join(folder, 'public')))

beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
afterAll(async () => {
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true })
})

/** With the path exactly as written: a browser would tidy up the dots before sending it. */
function ask(path: string): Promise<{ status: number | undefined; type: string | undefined }> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, response => {
      response.resume()
      resolve({ status: response.statusCode, type: response.headers['content-type'] })
    })
      .on('error', reject)
      .end()
  })
}

test('the built files are served with their types', async () => {
  expect(await ask('/functions.json?v=2')).toEqual({ status: 200, type: 'application/json; charset=utf-8' })
  expect(await ask('/icons/mark.png')).toEqual({ status: 200, type: 'image/png' })
})

test.each([
  '/',
  '/icons',
  '/nothing.js',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '//[',
  '/%',
])('%s gives nothing away', async path => {
  expect(await ask(path)).toMatchObject({ status: 404 })
})

test('a machine without a certificate is told apart', () => {
  expect(localCertificate(folder)).toBeUndefined()
})
