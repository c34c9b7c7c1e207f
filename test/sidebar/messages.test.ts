import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '../../shared/sidebar/messages'

const folder = 'shared/sidebar'
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.tsx'))

test.each(files)('%s says nothing that is not in the file of messages', file => {
  const source = readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const betweenTags = [...source.matchAll(/[^=]>([^<>{}()=;&|']*\p{L}{2}[^<>{}()=;&|']*)</gu)].map(
    ([, text]) => text,
  )
  const spoken = [...source.matchAll(/\b(?:aria-label|title|label|hint|alt|placeholder)="([^"]+)"/g)]
  expect([...betweenTags, ...spoken.map(([, text]) => text)]).toEqual([])
})

test('counts speak of one and of many', () => {
  expect(messages.formulas.count(1, '')).toBe('1 formula')
  expect(messages.formulas.count(2, 'x')).toBe('2 formulas for “x”')
  expect(messages.versions.differ(1)).toBe('1 definition differs')
  expect(messages.versions.differ(3)).toBe('3 definitions differ')
  expect(messages.approve.conflict('Ben', 4, ['Win rate'])).toContain('Ben saved v4')
})
