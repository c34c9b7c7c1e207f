/** The scripts of the add-ons leave out what nobody reads; answers to the sidebar must not miss it. */
import { createContext, runInContext } from 'node:vm'
import { functionsScript } from '../../build/excel-addin'
import type { answer } from '../../shared/workbook/answer'
import { parseAddress } from '../../shared/workbook/area'
import type { Definitions, Question, SetFile } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { serial } from '../support/tables'
import { ask, namedWorkbook } from './asked-workbook'
import type { FakeWorkbook } from './fake-host'

let core: typeof answer

beforeAll(async () => {
  const context = createContext({ CustomFunctions: { associate: () => {}, Error, ErrorCode: {} } })
  runInContext(await functionsScript(), context)
  core = context.plumblineAnswer
})

function workbook(): FakeWorkbook {
  const made = namedWorkbook({ Metrics: [[null, null]] })
  const formula = '=WIN_RATE_OF(DEALS,"2026-04-01","2026-06-30")'
  made.put('Metrics!A1', { formula: '=ROI(5000,1000)', value: 4 })
  made.put('Metrics!A2', { formula: '=METRIC("WIN_RATE",DEALS)', value: 0.2 })
  made.put('Metrics!A4', { formula: '=NET_LEADS_ISSUED(LEADS,46023,46112)', value: 7 })
  made.put('Metrics!A3', { formula, value: 0.5 })
  expect(
    ask(made, 'setUp', { tables: [], definitions: true, asOf: undefined, scorecard: false }),
  ).toMatchObject({
    outcome: 'done',
  })
  return made
}

const cell = (address: string) => parseAddress(address, 'Metrics')
const change = {
  ...{ term: 'lead.dispute_window_days', value: '7', reason: 'Agreed with finance' },
  effectiveFrom: serial('2026-01-01'),
}

const approving = (made: FakeWorkbook) => ({
  ...{ changes: [change], by: 'Sales ops', seen: ask(made, 'definitions', {}) as Definitions },
})

test.each<[Question, object | ((workbook: FakeWorkbook) => object)]>([
  ['survey', {}],
  ['definitions', {}],
  ['preview', { changes: [change] }],
  ['approve', approving],
  [
    'difference',
    made => {
      ask(made, 'approve', approving(made))
      return { from: 0, to: 1 }
    },
  ],
  ['sheets', {}],
  ['evaluate', { name: 'ROI', args: ['5000', '1000'] }],
  ['why', { cell: cell('A1') }],
  ['why', { cell: cell('A2') }],
  ['why', { cell: cell('A3') }],
  ['tablesAsked', { cell: cell('A4'), level: 0 }],
  ['checkSheet', { sheet: 'Metrics' }],
  ['exportSet', { name: 'Ours' }],
  ['compareSet', made => ({ text: (ask(made, 'exportSet', { name: 'Ours' }) as SetFile).text })],
])('%s is answered by the bundle as by the core', (question, asked) => {
  const [bundled, plain] = [workbook(), workbook()]
  const given = (made: FakeWorkbook) =>
    JSON.parse(JSON.stringify(typeof asked === 'function' ? asked(made) : asked))
  const told = answerNow(core(question, given(bundled)), bundled.host)
  const expected = ask(plain, question as never, given(plain) as never)
  expect(told === undefined ? undefined : JSON.parse(JSON.stringify(told))).toEqual(expected)
  expect(expected).not.toMatchObject({ error: expect.anything() })
  expect(expected).not.toMatchObject({ outcome: 'refused' })
})

test('nothing in the definitions is without its words', () => {
  const made = workbook()
  const told = JSON.parse(JSON.stringify(answerNow(core('definitions', {}), made.host))) as Definitions
  const terms = told.groups.flatMap(group => group.terms)
  expect(terms.length).toBeGreaterThan(50)
  for (const { about, title, words } of terms)
    for (const text of [about, title, words]) expect(text).not.toBe('')
})
