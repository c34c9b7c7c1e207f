import { registerFunctions } from '../../playground/register-functions'
import type { Cell, Matrix } from '../../shared/values'
import { addressText, cellAt } from '../../shared/workbook/area'
import { checkSheet } from '../../shared/workbook/check/check-sheet'
import { mend } from '../../shared/workbook/check/mend'
import { evaluate } from '../../shared/workbook/formulas/evaluate'
import type { Why } from '../../shared/workbook/questions'
import { answerLater } from '../../shared/workbook/run'
import type { Host } from '../../shared/workbook/steps'
import { undo } from '../../shared/workbook/undo'
import { why } from '../../shared/workbook/why/why'
import { costs, deals, leads } from '../support/asking'
import { definitions } from '../support/definitions'
import { openPlayground } from './ports/playground-port'

// The playground's own spreadsheet computes here, so that what is told is compared with what cells really show.

const tables: Readonly<Record<string, Matrix>> = {
  ...{ Leads: leads, Deals: deals, Costs: costs },
  Definitions: definitions({ 'win_rate.variant': 'won_over_decided' }),
}

const board: readonly (readonly (Cell | { formula: string })[])[] = [
  ['Metric', 'Q1', 'Q2', 'Returns', 'Cost', 'ROI'],
  ['From', 46023, 46113, 5000, 1000, { formula: '=ROI(D2:D4,E2:E4)' }],
  ['To', 46112, 46203, 300, 150, null],
  [null, null, null, 7, 0, null],
  ['WIN_RATE', { formula: '=METRIC(A5:A7,B2:C2,B3:C3,"",B3,DEFINITIONS,LEADS,DEALS,COSTS)' }],
  ['COST_PER_NET_LEAD'],
  ['TOTAL_REVENUE'],
  [{ formula: '=METRIC_BY("WIN_RATE","owner",B2,C3,"","",DEFINITIONS,DEALS)' }],
  [],
  [],
  [
    null,
    { formula: '=IF(ROI(D2,E2)>1,"ok","no")' },
    { formula: '=ROUND(WIN_RATE(3,4),2)+1' },
    { formula: '=ROI(D4,E4)' },
  ],
  [
    null,
    { formula: '=NET_LEADS_ISSUED(LEADS,B2,B3)' },
    { formula: '=METRIC("WIN_RATE",B2,B3,"","","",Deals!A:N)' },
  ],
  [null, { formula: '=AVERAGE(B5:C5)' }, { formula: '=SUM(D2:E2)' }, 12],
]

async function opened(): Promise<{ host: Host; type: (address: string, content: string) => void }> {
  const { editor, type } = await openPlayground([...Object.keys(tables), 'Board'])
  const host = editor()
  for (const [sheet, rows] of Object.entries({ ...tables, Board: board })) {
    const area = {
      sheet,
      top: 0,
      left: 0,
      bottom: rows.length - 1,
      right: Math.max(...rows.map(row => row.length)) - 1,
    }
    const cells = rows.map(row =>
      row.map(cell => (typeof cell === 'object' && cell !== null && 'error' in cell ? null : cell)),
    )
    const isTable = sheet in tables
    await host.apply([
      ...(isTable ? [{ do: 'name' as const, name: sheet.toUpperCase(), area }] : []),
      {
        do: 'write',
        area,
        cells: cells.map(row => [...row, ...Array(area.right + 1 - row.length).fill(null)]),
      },
    ])
  }
  return { host, type: (address, content) => type(address, { formula: content } as never) }
}

let workbook: Awaited<ReturnType<typeof opened>>

beforeAll(async () => {
  jest.spyOn(console, 'debug').mockImplementation(() => {})
  registerFunctions()
  workbook = await opened()
})

const whyAt = (address: string): Promise<Why> => {
  const column = address.charCodeAt(0) - 65
  const row = Number(address.slice(1)) - 1
  return answerLater(why({ cell: cellAt('Board', row, column) }), workbook.host)
}

test.each([
  ['F2', undefined, '(5000 - 1000) / 1000 = 4'],
  ['F3', 'Board!F2', '(300 - 150) / 150 = 1'],
  ['B5', undefined, 'WIN_RATE'],
  ['C5', 'Board!B5', 'WIN_RATE'],
  ['B6', 'Board!B5', 'COST_PER_NET_LEAD'],
  ['C7', 'Board!B5', 'TOTAL_REVENUE'],
  ['B8', 'Board!A8', 'WIN_RATE'],
  ['B9', 'Board!A8', 'WIN_RATE'],
  ['D11', undefined, 'ROI'],
  ['B12', undefined, 'NET_LEADS_ISSUED'],
])('%s of a real spreadsheet shows what is told of it', async (address, origin, says) => {
  const told = await whyAt(address)
  expect(told.nothing).toBeUndefined()
  expect(told.spilledFrom && addressText(told.spilledFrom)).toBe(origin)
  expect(told.levels).toHaveLength(1)
  const [level] = told.levels
  if (says.includes('=')) expect(level?.calculation).toBe(says)
  else expect(level?.calculation || level?.value).toBeTruthy()
  const shown = 'number' in told.value ? told.value.number : told.value
  const computed = level && 'number' in level.value ? level.value.number : level?.value
  if (typeof shown === 'number') expect(shown).toBeCloseTo(computed as number, 9)
  else expect(computed).toMatchObject({ error: (shown as { error: string }).error })
})

test.each([
  ['F4', '#DIV/0!'],
  ['D11', '#DIV/0!'],
])('the error in %s has its cause', async (address, error) => {
  const [level] = (await whyAt(address)).levels
  expect(level).toMatchObject({ value: { error }, remedy: 'ROI needs a cost above 0.' })
})

test('calls within other functions are told with what they give', async () => {
  expect((await whyAt('B11')).levels).toMatchObject([{ call: 'ROI(D2,E2)', value: { number: 4 } }])
  expect((await whyAt('C11')).levels).toMatchObject([{ value: { number: 3 / 7 } }])
  expect(await whyAt('C13')).toMatchObject({ nothing: 'foreign', levels: [] })
  expect(await whyAt('D13')).toMatchObject({ nothing: 'typed', levels: [] })
  expect(await whyAt('E13')).toMatchObject({ nothing: 'empty', levels: [] })
})

test('a formula has the value that was shown while it was built', async () => {
  const args = [
    'COST_PER_NET_LEAD',
    '2026-01-01',
    '2026-03-31',
    '',
    '2026-06-30',
    'DEFINITIONS',
    'LEADS',
    'COSTS',
  ]
  const { formula, value } = await answerLater(evaluate({ name: 'METRIC', args }), workbook.host)
  workbook.type('Board!H1', formula)
  const [block] = await workbook.host.read([cellAt('Board', 0, 7)])
  expect(value).toEqual({ number: block?.values[0]?.[0], unit: 'money per lead' })
})

test('what is wrong is found, mended and taken back', async () => {
  const { host } = workbook
  const before = await answerLater(checkSheet({ sheet: 'Board' }), host)
  const found = before.findings.map(({ kind, area, mended }) => [kind, addressText(area), mended])
  expect(found).toContainEqual(['averaged rates', 'Board!B13', undefined])
  expect(found).toContainEqual(['error', 'Board!D11', undefined])
  expect(found).toContainEqual(['no definitions', 'Board!B12', '=NET_LEADS_ISSUED(LEADS,B2,B3, DEFINITIONS)'])
  expect(found).toContainEqual(['no definitions', 'Board!C12', expect.stringContaining('DEFINITIONS')])
  expect(found).toContainEqual(['whole column', 'Board!C12', expect.stringContaining('DEALS)')])
  const done = await answerLater(mend({ findings: before.findings }), host)
  if (done.outcome !== 'done') throw new Error(JSON.stringify(done))
  const after = await answerLater(checkSheet({ sheet: 'Board' }), host)
  expect(after.findings.filter(({ mended }) => mended !== undefined)).toEqual([])
  expect((await whyAt('C12')).nothing).toBeUndefined()
  expect((await answerLater(undo({ undo: done.undo }), host)).outcome).toBe('done')
  expect(await answerLater(checkSheet({ sheet: 'Board' }), host)).toEqual(before)
})
