import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

test('the lockfile serves every platform, so that npm ci is a first command anywhere', () => {
  const { status, stdout } = spawnSync(process.execPath, ['build/lockfile.mjs', '--check'], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

test('every dependency that ships earns its place in a line of CONTRIBUTING', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const contributing = readFileSync('CONTRIBUTING.md', 'utf8')
  for (const name of Object.keys(dependencies)) expect(contributing).toContain(name)
})

test('links between the documents lead somewhere', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync('docs/guides').map(name => `docs/guides/${name}`),
  ]
  for (const page of pages) {
    const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/')) : '.'
    for (const [, target = ''] of readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)) {
      expect(() => readFileSync(`${folder}/${target}`)).not.toThrow()
    }
  }
})
