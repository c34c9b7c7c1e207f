import { readFileSync } from 'node:fs'
import { folder, shell } from '../command-line/run'

const guides = ['warehouse', 'month-end'].map(name => readFileSync(`docs/guides/${name}.md`, 'utf8'))
const examples = guides.flatMap(guide =>
  [...guide.matchAll(/```\n\$ npx plumbline (.*)\n([\s\S]*?)```/g)].map(
    ([, command = '', answer = '']) => [command, answer] as const,
  ),
)

/** The set of definitions that the guide shows. */
const [, set = ''] = /```json\n([\s\S]*?)```/.exec(guides[1] as string) ?? []
const file = folder()
const team = file('team.json', set)

test('the guides have examples', () => {
  expect(examples.length).toBeGreaterThan(5)
})

test.each(examples)('plumbline %s answers as the guide says', async (command, answer) => {
  const [asked = '', lines] = command.split(' | head -')
  const { out, error } = await shell(...asked.split(' ').map(word => (word === 'team.json' ? team : word)))
  const shown = lines === undefined ? out : `${out.split('\n').slice(0, Number(lines)).join('\n')}\n`
  expect(error === '' ? shown : error).toBe(answer)
})
