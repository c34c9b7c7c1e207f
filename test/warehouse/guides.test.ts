import { readFileSync } from 'node:fs'
import { folder, shell } from '../command-line/run'
import { openDatabase } from '../support/database'

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

test('the row that the guide shows is what the statement gives', async () => {
  const [, names = '', cells = ''] =
    /\n\| (metric .*) \|\n\| ---.*\n\| (.*)\|\n/.exec(guides[0] as string) ?? []
  const period = ['--from', '2026-01-01', '--to', '2026-03-31']
  const tables = ['--leads', 'leads', '--costs', 'costs', '--columns', file('columns.csv', columns())]
  const { out } = await shell('sql', 'COST_PER_NET_LEAD', '--dialect', 'duckdb', ...tables, ...period)
  const database = await openDatabase()
  for (const name of ['leads', 'costs'])
    await database.query(`create table ${name} as from read_csv('templates/sample/${name}.csv')`)
  const [row = {}] = await database.query(out)
  database.close()
  expect(Object.keys(row)).toEqual(names.split(' | '))
  const shown = Object.values(row).map(cell => {
    return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')
  })
  expect(shown).toEqual(cells.split('|').map(cell => cell.trim()))
})

/** As information_schema.columns lists them. */
function columns(): string {
  const listed = ['leads', 'costs'].flatMap(name => {
    const [header = ''] = readFileSync(`templates/sample/${name}.csv`, 'utf8').split('\n')
    return header
      .trim()
      .split(',')
      .map(column => `${name},${column}`)
  })
  return ['table_name,column_name', ...listed].join('\n')
}
