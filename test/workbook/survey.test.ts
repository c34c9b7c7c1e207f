import { type Cell, isCellError, type Matrix } from '../../shared/values'
import { type Area, addressText } from '../../shared/workbook/area'
import type { ChosenTable, FoundTable, Survey } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { survey as surveyOf } from '../../shared/workbook/set-up/survey'
import type { Block, Overview } from '../../shared/workbook/steps'
import { serial } from '../support/tables'
import { ask, namedWorkbook, samples, sampleWorkbook } from './asked-workbook'
import { type FakeWorkbook, fakeWorkbook } from './fake-host'

function surveyed(workbook: FakeWorkbook, chosen?: readonly ChosenTable[]): Survey {
  const survey = ask(workbook, 'survey', chosen ? { chosen } : {})
  if (isCellError(survey)) throw new Error(survey.reason)
  return survey
}

const inShort = ({ table, area, rows, naming }: FoundTable) =>
  `${table ?? '?'} ${addressText(area)} ${rows} ${naming}`

const column = (found: FoundTable | undefined, header: string) =>
  found?.columns.find(one => one.header === header)

const day = (text: string) => serial(`2026-${text}`)

/** As Salesforce's reports come: a title, filters, labels of columns, and a footer. */
const opportunities: Matrix = [
  ['Opportunities this year', null, null, null, null, null],
  [null, null, null, null, null, null],
  ['As of 2026-06-30', null, 'Filtered by', 'Created Date', null, null],
  [null, null, null, null, null, null],
  ['Opportunity ID', 'Created Date', 'Close Date', 'Stage', 'Amount', 'Opportunity Owner'],
  ['006A', day('01-03'), day('02-10'), 'Closed Won', 1000, 'Ana'],
  ['006B', day('01-05'), day('03-10'), 'Closed Lost', 2000, 'Ben'],
  ['006C', day('02-01'), day('08-01'), 'Negotiation', 3000, 'Ana'],
  [null, null, null, null, null, null],
  ['Grand Total', null, null, null, 6000, null],
  ['Confidential Information - Do Not Distribute', null, null, null, null, null],
]

const contacts: Matrix = [
  ['Record ID', 'Create Date', 'Contact owner', 'Lead Status', 'Original Source', 'Favourite colour'],
  ['51', day('01-03'), 'Ana', 'OPEN', 'Organic Search', 'blue'],
  ['52', day('01-04'), 'Ben', 'CONNECTED', 'Paid Search', 'red'],
]

describe('a survey finds', () => {
  test('the sample tables, the latest day they record, and what is absent', () => {
    const survey = surveyed(sampleWorkbook())
    expect(survey.tables.map(inShort)).toEqual([
      'leads Leads!A1:L13 12 new',
      'deals Deals!A1:N11 10 new',
      'costs Costs!A1:E14 13 new',
    ])
    expect(survey.absent.map(({ table }) => table)).toContain('stage_history')
    expect(survey.absent.map(({ table }) => table)).not.toContain('leads')
    expect(survey).toMatchObject({ definitions: { state: 'missing' } })
    expect(survey.latest).toBe(serial('2026-08-30'))
  })

  test('a header below the title of a report, and no footer', () => {
    const [deals] = surveyed(fakeWorkbook({ Report: opportunities })).tables
    expect(deals && inShort(deals)).toBe('deals Report!A5:F8 3 new')
    expect(column(deals, 'Close Date')).toMatchObject({ column: 'closed_at', how: 'synonym' })
    expect(column(deals, 'Amount')).toMatchObject({ how: 'canonical', samples: ['1000', '2000', '3000'] })
    expect(column(deals, 'Created Date')?.samples).toContain('2026-01-03')
  })

  test('a column that no metric uses', () => {
    const [leads] = surveyed(fakeWorkbook({ Contacts: contacts })).tables
    expect(column(leads, 'Favourite colour')).toMatchObject({ how: 'unknown', samples: ['blue', 'red'] })
    expect(leads?.missing).toContainEqual({ column: 'issued_at', key: false })
    expect(leads?.missing.some(({ key }) => key)).toBe(false)
  })

  test('tables side by side, and below each other', () => {
    const beside = opportunities
      .slice(4, 8)
      .map((row, index) => [...row, null, ...(contacts[index] ?? blanks(6))])
    const survey = surveyed(
      fakeWorkbook({ All: [...beside, blanks(13), blanks(13), ...(samples.Costs as Cell[][])] }),
    )
    expect(survey.tables.map(inShort)).toEqual([
      'deals All!A1:F4 3 new',
      'leads All!H1:M3 2 new',
      'costs All!A7:E20 13 new',
    ])
  })

  test('what a header is much like, to be confirmed, where its cells fit', () => {
    const [header = [], ...rows] = opportunities.slice(4, 8)
    const renamed = header.map(text => (text === 'Opportunity ID' ? 'Opportunity Nr' : text))
    const [deals] = surveyed(fakeWorkbook({ Deals: [renamed, ...rows] })).tables
    expect(deals?.table).toBe('deals')
    expect(column(deals, 'Opportunity Nr')).toMatchObject({ column: 'deal_id', how: 'guess' })
    expect(deals?.missing[0]).toEqual({ column: 'deal_id', key: true })
  })

  test('no guess where the cells do not fit', () => {
    const [header = [], ...rows] = opportunities.slice(4, 8)
    const renamed = [...header.map(text => (text === 'Created Date' ? 'Created by date' : text))]
    const texts = rows.map(([id, , ...more]) => [id ?? null, 'in January', ...more])
    const [deals] = surveyed(fakeWorkbook({ Deals: [renamed, ...texts] })).tables
    expect(column(deals, 'Created by date')?.how).toBe('unknown')
  })

  test('what the user says a range is', () => {
    const german = [
      ['Nr', 'Angelegt', 'Phase', 'Wert'],
      ...opportunities.slice(5, 8).map(([id, created, , stage, amount]) => [id, created, stage, amount]),
    ] as Matrix
    const workbook = fakeWorkbook({ Chancen: german })
    const [open] = surveyed(workbook).tables
    expect(open?.table).toBeUndefined()
    expect(open).toMatchObject({ naming: 'new', rows: 3 })
    expect(open?.fitting).toContain('deals')
    const area = (open as FoundTable).area
    const [said] = surveyed(workbook, [{ area, table: 'deals' }]).tables
    expect(said?.table).toBe('deals')
    expect(said?.missing.filter(({ key }) => key).map(({ column: name }) => name)).toEqual([
      'deal_id',
      'created_at',
      'stage',
      'amount',
    ])
  })

  test('no table in a scorecard, in notes and in its own sheets', () => {
    const formulas = [1, 2, 3].map(row => ['Win rate', 'x', { formula: `=ROI(${row},1)`, value: 0.2 }, 1])
    const workbook = fakeWorkbook({
      Notes: {
        cells: [
          ['To do', 'Who'],
          ['Call Ana', 'Ben'],
          ['Mail Ben', 'Ana'],
        ],
      },
      Numbers: { cells: [['Metric', 'Unit', 'Value', 'Row'], ...formulas] },
    })
    expect(surveyed(workbook).tables).toEqual([])
  })
})

describe('naming', () => {
  test('is done where the name covers the table, and grows with it', () => {
    const workbook = namedWorkbook()
    expect(surveyed(workbook).tables.map(({ naming }) => naming)).toEqual(['named', 'named', 'named'])
    workbook.put('Leads!A14', 'L13')
    workbook.put('Leads!B14', day('05-01'))
    expect(surveyed(workbook).tables.map(inShort)[0]).toBe('leads Leads!A1:L14 13 grown')
  })

  test('is taken where the name is somewhere else, with where', () => {
    const workbook = namedWorkbook({ Export: contacts })
    const survey = surveyed(workbook)
    const second = survey.tables.find(({ area }) => area.sheet === 'Export')
    expect(second?.naming).toBe('taken')
    expect(second?.warnings.join()).toContain('LEADS is Leads!A1:L13')
  })
})

describe('warnings', () => {
  test('tell of two headers that mean one column, and of dates as text', () => {
    const doubled = contacts.map((row, index) => [...row, index === 0 ? 'Created' : day('01-01')])
    const [leads] = surveyed(fakeWorkbook({ Contacts: doubled })).tables
    expect(leads?.warnings).toEqual([
      '“Create Date” and “Created” both mean created_at: rename or remove one.',
    ])
    const dated = contacts.map((row, index) => (index === 0 ? row : [row[0], '03/04/2026', ...row.slice(2)]))
    const [texts] = surveyed(fakeWorkbook({ Contacts: dated as Matrix })).tables
    expect(texts?.warnings.join()).toContain('“Create Date” holds dates as text')
  })

  test('tell of a table too large for one call; of 100,000 rows only the columns that tell are read', () => {
    const headers = ['Lead ID', 'Created Date', 'Lead Owner', ...'abcdefghi']
    const rows = Array.from({ length: 100_000 }, (_, index) => {
      return [`L${index}`, day('01-01') + (index % 90), 'Ana', 1, 2, 3, 4, 5, 6, 7, 8, 9]
    })
    const { host, cellsRead } = largeSheet([headers, ...rows])
    const { tables } = answerNow(surveyOf({}), host)
    expect(tables.map(inShort)).toEqual(['leads Leads!A1:L100001 100000 new'])
    expect(tables[0]?.warnings.join()).toContain('5 MB')
    expect(cellsRead()).toBeLessThan(500_000)
  })
})

/** A sheet that is read as fast as its rows can be cut. */
function largeSheet(rows: Matrix) {
  let cells = 0
  const [last, columns] = [rows.length - 1, rows[0]?.length ?? 0]
  const sheet = { name: 'Leads', rows: rows.length, columns, hidden: false, guarded: false }
  const { host } = fakeWorkbook({})
  const overview: Overview = { ...(host.overview() as Overview), sheets: [sheet] }
  const read = (areas: readonly Area[]): readonly Block[] =>
    areas.map(area => {
      const values = rows.slice(area.top, area.bottom + 1).map(row => row.slice(area.left, area.right + 1))
      cells += values.length * (values[0]?.length ?? 0)
      const formulas = values.map(row => row.map(() => ''))
      return { area: { ...area, bottom: Math.min(area.bottom, last) }, values, formulas }
    })
  return { host: { ...host, overview: () => overview, read }, cellsRead: () => cells }
}

function blanks(count: number): null[] {
  return Array.from({ length: count }, () => null)
}
