import type { Locator } from 'playwright-core'
import { readDefinitions } from '../../shared/definitions/table'
import { metricOnTables } from '../../shared/metrics/on-tables/metric-function'
import { isCellError, type Matrix } from '../../shared/values'
import type { SetUp } from '../../shared/workbook/questions'
import { sampleWorkbook as agreedWorkbook, definitionsOf, told } from '../sidebar/sample-ask'
import { createTable, openDatabase } from '../support/database'
import { serial } from '../support/tables'
import type { Driver } from './driver'
import { board, contents, type EndToEndHost, named, samples } from './host'

/** What a person wants to get done, whichever host it is in and however it is driven. */
export type Scenario = (driver: Driver) => Promise<void>

const button = ({ sidebar }: Driver, name: string | RegExp): Locator =>
  sidebar.getByRole('button', { name, exact: typeof name === 'string' }).first()

const says = ({ sidebar }: Driver, sentence: string | RegExp) =>
  sidebar.getByText(sentence).and(sidebar.locator(':visible')).first().waitFor()

/** Until it is so; a moment is enough for what is done already. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await isSo()) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`it does not come to be so that ${String(isSo)}`)
}

/** Another person sets the workbook up: the sample's tables, with the definitions that nobody has approved yet. */
async function setUp({ somebodyElse }: EndToEndHost): Promise<void> {
  const survey = await somebodyElse('survey', {})
  if (isCellError(survey)) throw new Error(survey.reason)
  const plan: SetUp = {
    tables: survey.tables.map(({ area, table }) => ({ area, table: table ?? 'leads', headers: [] })),
    ...{ definitions: true, scorecard: false },
    asOf: survey.asOf ? undefined : serial('2026-06-30'),
  }
  const done = await somebodyElse('setUp', plan)
  if (isCellError(done) || done.outcome !== 'done') throw new Error(JSON.stringify(done))
}

/** The definitions as the core reads them from the workbook's cells. */
async function agreed(host: EndToEndHost) {
  const set = readDefinitions(named(await host.state(), 'DEFINITIONS'))
  if (isCellError(set)) throw new Error(set.reason)
  return set
}

const valueAt = async (host: EndToEndHost, address: string) => (await host.state()).cells[address]?.value

/** What the core makes of the workbook's own cells. */
async function computed(host: EndToEndHost): Promise<unknown> {
  const state = await host.state()
  const [[asOf]] = named(state, 'AS_OF') as [[number]]
  return metricOnTables([
    ...['WIN_RATE', 46023, 46112, '', asOf, named(state, 'DEFINITIONS'), samples.Deals as Matrix],
  ])
}

const winRate = '=METRIC("WIN_RATE",46023,46112,"",AS_OF,DEFINITIONS,DEALS)'

const settingUp: Scenario = async driver => {
  const { host } = driver
  const before = contents(await host.state())
  const go = async () => {
    await says(driver, 'This will be done')
    await driver.press(button(driver, 'Set up'))
    await says(driver, 'Done. This is what was made:')
  }
  await driver.tab('Set up')
  await says(driver, '12 rows')
  await says(driver, '10 rows')
  await says(driver, '13 rows')
  await go()
  const { names } = await host.state()
  expect(Object.keys(names)).toEqual(
    expect.arrayContaining(['LEADS', 'DEALS', 'COSTS', 'AS_OF', 'DEFINITIONS', 'SCORECARD']),
  )
  expect(await agreed(host)).toMatchObject({ version: 0, sealed: true })
  const scores = Object.entries((await host.state()).cells).filter(([address]) =>
    /^Scorecard!E/.test(address),
  )
  expect(scores.filter(([, { value }]) => typeof value === 'number').length).toBeGreaterThan(3)
  await driver.press(button(driver, 'Undo'))
  await says(driver, 'Undone. The cells are as they were.')
  expect(contents(await host.state())).toEqual(before)
  await driver.press(button(driver, 'Run it again'))
  await go()
  const after = contents(await host.state())
  await driver.press(button(driver, 'Run it again'))
  await says(driver, 'Everything is set up.')
  expect(contents(await host.state())).toEqual(after)
}

/** To the button that approves another win rate, its impact seen. */
async function change(driver: Driver): Promise<void> {
  const { sidebar } = driver
  await driver.tab('Definitions')
  await driver.write(sidebar.getByLabel('Search definitions'), 'win rate')
  await driver.press(sidebar.locator('[id="term-win_rate.variant"]'))
  await driver.choose(sidebar.getByRole('radio', { name: /^all_closed/ }))
  await sidebar.locator('.effect', { hasText: 'Win rate' }).first().waitFor()
  const figures = await sidebar
    .locator('.effect', { hasText: 'Win rate' })
    .first()
    .locator('td')
    .allInnerTexts()
  expect(figures.filter(text => /\d/.test(text)).length).toBeGreaterThan(2)
  expect(figures.some(text => /[+−]\d/.test(text))).toBe(true)
  await driver.press(button(driver, 'Review and approve'))
  await says(driver, 'Say why: a change without a reason cannot be approved.')
  await driver.write(
    sidebar.getByLabel('Reason', { exact: true }),
    'The board counts every deal that closed.',
  )
  await driver.press(button(driver, 'Review and approve'))
  await driver.write(sidebar.getByLabel('Your name'), 'Sales')
}

const agreeing: Scenario = async driver => {
  const { host } = driver
  await setUp(host)
  await host.type({ [`${board}!B2`]: winRate })
  const before = await valueAt(host, `${board}!B2`)
  expect(before).toBe(0.6)
  expect(await computed(host)).toBe(0.6)
  await change(driver)
  await driver.press(button(driver, 'Approve 1 change'))
  await says(driver, 'Saved as v1, read back and sealed.')
  const set = await agreed(host)
  expect(set).toMatchObject({ version: 1, sealed: true })
  expect(set.rows).toMatchObject([
    { term: 'win_rate.variant', value: 'all_closed', changedBy: 'Sales', version: 1 },
  ])
  const after = await valueAt(host, `${board}!B2`)
  expect(after).not.toBe(before)
  expect(after).toBe(await computed(host))
}

const conflict: Scenario = async driver => {
  const { host } = driver
  await setUp(host)
  await change(driver)
  const now = await host.somebodyElse('definitions', {})
  if (isCellError(now)) throw new Error(now.reason)
  const approved = await host.somebodyElse('approve', {
    changes: [
      {
        ...{ term: 'lead.dispute_window_days', value: '7', reason: 'Five were too short.' },
        effectiveFrom: now.starts[0]?.day ?? 0,
      },
    ],
    ...{ by: 'Finance', seen: { version: now.version, hash: now.hash } },
  })
  expect(approved).toMatchObject({ outcome: 'saved', version: 1 })
  await driver.press(button(driver, 'Approve 1 change'))
  await says(driver, /^Finance saved v1 while you were working/)
  expect((await agreed(host)).rows.map(({ term }) => term)).toEqual(['lead.dispute_window_days'])
  await driver.press(button(driver, 'Try again on top'))
  await says(driver, 'Saved as v2, read back and sealed.')
  const { version, sealed, rows } = await agreed(host)
  expect({ version, sealed }).toEqual({ version: 2, sealed: true })
  expect(rows.map(({ term, changedBy }) => `${term} by ${changedBy}`)).toEqual([
    'lead.dispute_window_days by Finance',
    'win_rate.variant by Sales',
  ])
}

const asking: Scenario = async driver => {
  const { host, sidebar } = driver
  await setUp(host)
  await host.type({
    [`${board}!B2`]: '=METRIC("COST_PER_NET_LEAD",46023,46112,"",AS_OF,DEFINITIONS,LEADS,COSTS)',
    [`${board}!B3`]: '=ROI(5000,0)',
    [`${board}!B4`]: 12,
  })
  await driver.select(`${board}!B2`)
  await driver.tab('Why?')
  await says(driver, `${board}!B2`)
  const shown = await valueAt(host, `${board}!B2`)
  expect(typeof shown).toBe('number')
  const figure = await sidebar.locator('.figure').textContent()
  expect(Number((figure ?? '').replace(/[^\d.]/g, ''))).toBeCloseTo(shown as number, 1)
  await says(driver, 'Rows left out')
  await driver.press(sidebar.getByRole('button', { name: /^Show them/ }).first())
  await until(async () => /^(Leads|Costs)!/.test(await host.selection()))
  await driver.select(`${board}!B3`)
  await driver.press(button(driver, 'Explain selected cell'))
  await says(driver, `${board}!B3`)
  await says(driver, /ROI needs a cost above 0/)
  await driver.select(`${board}!B4`)
  await driver.press(button(driver, 'Explain selected cell'))
  await says(driver, /was typed in: no formula stands behind it/)
}

const copyingSql: Scenario = async driver => {
  const { host, sidebar } = driver
  await setUp(host)
  await host.type({
    [`${board}!B2`]: '=METRIC("COST_PER_NET_LEAD",46023,46112,"",AS_OF,DEFINITIONS,LEADS,COSTS)',
  })
  await driver.select(`${board}!B2`)
  await driver.tab('Why?')
  await says(driver, `${board}!B2`)
  await driver.press(button(driver, 'Copy as SQL'))
  const statement = sidebar.getByLabel('The SQL', { exact: true })
  await statement.waitFor()
  await sidebar.getByLabel('Database').selectOption('DuckDB')
  await driver.write(sidebar.getByLabel('Table of leads'), 'crm.leads')
  await until(async () => /for DuckDB[\s\S]*"crm"\."leads"/.test(await statement.inputValue()))
  await driver.press(button(driver, 'Copy the SQL'))
  await says(driver, 'Copied.')
  const copied = await sidebar.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await statement.inputValue())
  expect(await answered(copied)).toMatchObject([{ value: await valueAt(host, `${board}!B2`), refused: null }])
}

/** What DuckDB answers over the rows of the sample. */
async function answered(sql: string): Promise<readonly object[]> {
  const database = await openDatabase()
  try {
    await database.query('create schema crm')
    await createTable(database, 'leads', samples.Leads as Matrix, ['crm', 'leads'])
    await createTable(database, 'costs', samples.Costs as Matrix)
    return await database.query(sql)
  } finally {
    database.close()
  }
}

const checking: Scenario = async driver => {
  const { host, sidebar } = driver
  await setUp(host)
  await host.type({
    ...Object.fromEntries(
      [2, 3, 4, 5, 6, 7].flatMap(row => [
        [`${board}!A${row}`, row * 1000],
        [`${board}!B${row}`, 1000],
        [`${board}!C${row}`, row === 4 ? 2.5 : `=ROI(A${row},B${row})`],
      ]),
    ),
    [`${board}!E2`]: '=NET_LEADS_ISSUED(LEADS,46023,46112)',
    [`${board}!E3`]: '=ROY(5000,1000)',
  })
  const before = contents(await host.state())
  await driver.tab('Check')
  await driver.press(button(driver, 'Check this workbook'))
  await says(driver, /\d+ findings? in \d sheets?/)
  const found = sidebar.locator('#view-check')
  for (const kind of ['Numbers typed over formulas', 'Formulas without definitions', 'Errors'])
    await found.getByRole('heading', { name: kind }).waitFor()
  await found.getByRole('button', { name: `${board}!E3` }).waitFor()
  await driver.press(found.getByRole('button', { name: `Mend ${board}!C4` }))
  await says(driver, '1 cell mended.')
  const mended = async (address: string) => (await host.state()).cells[address]?.formula.replace(/\s/g, '')
  expect(await mended(`${board}!C4`)).toBe(`=${host.prefix}ROI(A4,B4)`)
  await driver.press(found.getByRole('button', { name: `Mend ${board}!E2` }))
  const withThem = `=${host.prefix}NET_LEADS_ISSUED(LEADS,46023,46112,DEFINITIONS)`
  await until(async () => (await mended(`${board}!E2`)) === withThem)
  await driver.press(button(driver, 'Undo'))
  await says(driver, 'Undone. The cells are as they were.')
  const after = contents(await host.state())
  expect(after.cells[`${board}!E2`]).toEqual(before.cells[`${board}!E2`])
  expect(after.names).toEqual(before.names)
  await driver.press(button(driver, 'Check again'))
  await says(driver, /\d+ findings? in \d sheets?/)
  expect(await found.getByRole('button', { name: `Mend ${board}!C4` }).count()).toBe(0)
}

/** Another team's set: they count all deals that closed. */
function theirs(): string {
  const workbook = agreedWorkbook()
  const { version, hash } = definitionsOf(workbook)
  const changed = {
    term: 'win_rate.basis',
    value: 'value',
    effectiveFrom: serial('2026-07-01'),
    reason: 'By money.',
  }
  told(workbook, 'approve', { changes: [changed], by: 'Finance', seen: { version, hash } })
  const file = told(workbook, 'exportSet', { name: 'Finance' })
  if (isCellError(file)) throw new Error(file.reason)
  return file.text
}

const sharing: Scenario = async driver => {
  const { host, sidebar } = driver
  await setUp(host)
  await driver.tab('Share')
  await driver.press(button(driver, 'Prepare the file'))
  await sidebar.locator('.prepared').waitFor()
  await driver.press(button(driver, 'Copy as text for a mail'))
  await says(driver, 'Copied.')
  const copied = await sidebar.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/Our definitions/)
  await driver.write(sidebar.getByLabel('Or paste its text'), theirs())
  await driver.press(button(driver, 'Compare'))
  await says(driver, /^Ours differ from Finance in \d+ definitions?\.$/)
  expect(await sidebar.locator('.compared').textContent()).toMatch(/Win rate/)
  await driver.press(button(driver, 'Take theirs over'))
  await says(driver, /^Taken over as v\d+, read back and sealed\.$/)
  const { sealed, rows } = await agreed(host)
  expect(sealed).toBe(true)
  expect(rows.map(({ term }) => term)).toContain('win_rate.basis')
}

const inserting: Scenario = async driver => {
  const { host, sidebar } = driver
  await setUp(host)
  await driver.tab('Formulas')
  await driver.write(sidebar.getByRole('searchbox', { name: 'Search formulas' }), 'speed to lead')
  await driver.press(sidebar.getByRole('button', { name: /^Lead response time/ }).first())
  await driver.select('Leads!A1:L13')
  await driver.press(button(driver, 'Take the selected cells for leads'))
  await driver.write(sidebar.getByLabel(/^from\b/), '2026-01-01')
  await driver.write(sidebar.getByLabel(/^to\b/), '2026-03-31')
  const live = sidebar.locator('.live output')
  await live.waitFor()
  const shown = Number.parseFloat((await live.textContent()) ?? '')
  expect(shown).toBeGreaterThan(0)
  await driver.select(`${board}!D2`)
  await driver.press(button(driver, 'Insert'))
  await says(driver, /^In Board!D2(, which shows \d|; the spreadsheet is still calculating it)/)
  const { formula = '', value } = (await host.state()).cells[`${board}!D2`] ?? {}
  expect(formula).toMatch(/^=(PLUMB\.)?LEAD_RESPONSE_TIME\(LEADS, ?"", ?/)
  expect(value).toBeCloseTo(shown, 1)
}

export const scenarios: Readonly<Record<string, Scenario>> = {
  'sets a workbook up, takes it back, and does it again': settingUp,
  'agrees a change after seeing what it does': agreeing,
  'is told when somebody else was quicker, and loses nothing': conflict,
  'asks why a cell shows what it shows': asking,
  'copies a number as SQL, and a database gives it': copyingSql,
  'checks the workbook, mends what was found, and takes that back': checking,
  'hands definitions over, and takes others in': sharing,
  'finds a formula, fills it with selected cells, and inserts it': inserting,
}
