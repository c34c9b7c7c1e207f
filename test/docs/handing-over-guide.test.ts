import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { shell } from '../command-line/run'
import { xlsx } from '../command-line/workbooks'
import { deals } from '../support/asking'
import { serial } from '../support/tables'

const guide = readFileSync('docs/guides/handing-over.md', 'utf8')
const examples = [...guide.matchAll(/```\n\$ npx plumbline (.*)\n([\s\S]*?)```/g)].map(
  ([, command = '', answer = '']) => [command, answer] as const,
)

const home = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'plumbline-guide-'))

beforeAll(async () => {
  process.chdir(folder)
  const formula = (text: string, value: string | number) => ({ formula: `PLUMB.${text}`, value })
  const book = await xlsx(
    {
      Deals: deals as Parameters<typeof xlsx>[0][string],
      Board: [
        ['From', serial('2026-01-01'), serial('2026-04-01')],
        ['To', serial('2026-03-31'), serial('2026-06-30')],
        ['Return', 5000],
        ['Cost', 1000],
        ['ROI', formula('ROI(B3,B4)', 4)],
        ['WIN_RATE', formula('METRIC(A6:A7,B1,B2,"","","",DEALS)', 0.6)],
        ['TOTAL_REVENUE', 59_000],
        ['Kind', formula('METRIC_CLASS("ROI")', 'lagging')],
      ],
    },
    { DEALS: `Deals!$A$1:$N$${deals.length}` },
  )
  writeFileSync('board-pack.xlsx', book)
})

afterAll(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true, force: true })
})

test('the guide has examples', () => {
  expect(examples.map(([command]) => command.split(' ')[0])).toEqual([
    'handover',
    'verify',
    'verify',
    'handover',
  ])
})

test.each(examples)('plumbline %s answers as the guide says', async (command, answer) => {
  if (command.includes('returned')) await comeBack()
  const { out } = await shell(...command.split(' '))
  const day = /\d{4}-\d\d-\d\d \d\d:\d\d/
  expect(out.replace(day, 'then')).toBe(answer.replace(day, 'then'))
})

/** Somebody types over a return, recalculates, and types over a win rate. */
async function comeBack(): Promise<void> {
  const zip = await JSZip.loadAsync(readFileSync('for-finance.xlsx'))
  const sheet = (await zip.file('xl/worksheets/sheet2.xml')?.async('string')) ?? ''
  const typed = sheet
    .replace(/(<c r="B3"[^>]*><v>)5000/, '$16000')
    .replace(/(<c r="B5"[^>]*><f>[^<]*<\/f><v>)4</g, '$15<')
    .replace(/<c r="B6".*?<\/c>/, '<c r="B6"><v>0.7</v></c>')
  zip.file('xl/worksheets/sheet2.xml', typed)
  writeFileSync('returned.xlsx', await zip.generateAsync({ type: 'uint8array' }))
}
