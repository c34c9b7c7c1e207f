import { readFileSync } from 'node:fs'
import { shell } from '../command-line/run'

const guide = readFileSync('docs/guides/command-line.md', 'utf8')
const examples = [...guide.matchAll(/```\n\$ npx plumbline (.*)\n([\s\S]*?)```/g)].map(
  ([, command = '', answer = '']) => [command, answer] as const,
)

/** As a shell splits it, as far as the guide goes. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  )
}

test('the guide has examples', () => {
  expect(examples.length).toBeGreaterThan(2)
})

test.each(examples)('plumbline %s answers as the guide says', async (command, answer) => {
  expect((await shell(...words(command))).out).toBe(answer)
})

test('each command of the program is in the guide', async () => {
  const { out } = await shell('--help')
  const commands = [...out.matchAll(/^ {2}(?!help|-)([a-z]+) /gm)].map(([, name]) => name)
  expect(commands.length).toBeGreaterThan(3)
  expect(commands.filter(name => !guide.includes(`npx plumbline ${name}`))).toEqual([])
})
