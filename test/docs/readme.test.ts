import { readFileSync } from 'node:fs'
import { functions } from '../../shared/functions'
import type { Argument } from '../../shared/values'

const readme = readFileSync('README.md', 'utf8')

/** `{10;9}` is a column; numbers are numbers; the rest is text in quotes. */
function argument(text: string): Argument {
  const trimmed = text.trim()
  if (trimmed.startsWith('{')) {
    return trimmed
      .slice(1, -1)
      .split(';')
      .map(item => [Number(item)])
  }
  return trimmed.startsWith('"') ? trimmed.slice(1, -1) : Number(trimmed)
}

const rows = [...readme.matchAll(/^\| `=([A-Z_]+)\(([^`]*)\)` \| (\S+) \|/gm)].map(
  ([, name = '', args = '', answer = '']) => [name, args, answer] as const,
)

test('the README shows five formulas', () => {
  expect(rows).toHaveLength(5)
})

test.each(rows)('=%s(%s) shows %s, as the README says', (name, args, answer) => {
  const computed = functions.find(declared => declared.name === name)?.compute(args.split(',').map(argument))
  expect(String(computed)).toBe(answer)
})

test('every command that the README and CONTRIBUTING name is a script', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const text = readme + readFileSync('CONTRIBUTING.md', 'utf8')
  for (const [, name = ''] of text.matchAll(/`npm run ([\w:]+)`/g))
    expect(Object.keys(scripts)).toContain(name)
})
