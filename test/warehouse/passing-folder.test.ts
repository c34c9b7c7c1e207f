import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { passingFolder } from '../../warehouse/passing-folder'

test('goes when it is removed', async () => {
  const { path, remove } = await passingFolder()
  expect(existsSync(path)).toBe(true)
  await remove()
  expect(existsSync(path)).toBe(false)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  'goes when the process is stopped by %s, which still ends it',
  async signal => {
    const code = `import('./warehouse/passing-folder.ts').then(async ({ passingFolder }) => {
    console.log((await passingFolder()).path)
    setInterval(() => {}, 1000)
  })`
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', code])
    const [written] = (await once(child.stdout, 'data')) as [Buffer]
    const path = written.toString().trim()
    expect(existsSync(path)).toBe(true)
    child.kill(signal)
    const [, endedBy] = await once(child, 'exit')
    expect(endedBy).toBe(signal)
    expect(existsSync(path)).toBe(false)
  },
  60_000,
)
