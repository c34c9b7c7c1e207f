import type { Page } from 'playwright-core'
import { metricOnTables } from '../../shared/metrics/on-tables/metric-function'
import { isCellError, type Matrix } from '../../shared/values'
import { valueAt, workbook } from '../playground/playground-page'
import type { Driver } from './driver'
import { contents, type EndToEndHost, named, samples } from './host'

const says = ({ sidebar }: Driver, sentence: string | RegExp) =>
  sidebar.getByText(sentence).and(sidebar.locator(':visible')).first().waitFor()

const button = ({ sidebar }: Driver, name: string) =>
  sidebar.getByRole('button', { name, exact: true }).first()

/** Another person names the tables, as the view Set up does. */
async function nameTables({ somebodyElse }: EndToEndHost): Promise<void> {
  const survey = await somebodyElse('survey', {})
  if (isCellError(survey)) throw new Error(survey.reason)
  const tables = survey.tables.map(({ area, table }) => ({ area, table: table ?? 'leads', headers: [] }))
  const plan = { tables, definitions: true, asOf: undefined, scorecard: false }
  const done = await somebodyElse('setUp', plan as never)
  if (isCellError(done) || done.outcome !== 'done') throw new Error(JSON.stringify(done))
}

/** The number of a tile: it stands beneath its words. */
async function tile(host: EndToEndHost, sheet: string, words: string): Promise<unknown> {
  const { cells } = await host.state()
  const label = Object.keys(cells).find(
    address => address.startsWith(`${sheet}!`) && cells[address]?.value === words,
  )
  const below = label?.replace(/\d+$/, row => String(Number(row) + 1))
  return cells[below ?? '']?.value
}

/** Into the workbook that is there, by its own tables; looked at, undone, and built once more. */
export async function buildingInPlace(driver: Driver): Promise<void> {
  const { host, sidebar } = driver
  await nameTables(host)
  const before = contents(await host.state())
  await driver.tab('Set up')
  await driver.press(sidebar.getByText('Start from a template'))
  const build = async () => {
    await driver.press(button(driver, 'Build it: Executive overview'))
    await says(driver, 'Built. These sheets are new:')
  }
  await build()
  await says(driver, /^It goes by .*LEADS.* of this workbook\.$/)
  const state = await host.state()
  expect(state.names).toMatchObject(before.names)
  const [[asOf]] = named(state, 'AS_OF') as [[number]]
  const [[from]] = named(state, 'PERIOD_FROM') as [[number]]
  const [[to]] = named(state, 'PERIOD_TO') as [[number]]
  const revenue = metricOnTables(['TOTAL_REVENUE', from, to, '', asOf, '', samples.Deals as Matrix])
  expect(revenue).toBeGreaterThan(0)
  expect(await tile(host, 'Overview', 'Revenue')).toBe(revenue)
  const ours = Object.values(state.cells).filter(({ formula }) => /\bMETRIC\(/.test(formula))
  expect(ours.length).toBeGreaterThan(20)
  for (const { formula } of ours) expect(formula.includes('PLUMB.METRIC(')).toBe(host.prefix !== '')
  await driver.press(sidebar.getByRole('button', { name: /^Overview/ }))
  expect(await host.selection()).toMatch(/^Overview!/)
  await driver.press(button(driver, 'Undo'))
  await says(driver, 'Undone. The cells are as they were.')
  expect(contents(await host.state())).toEqual(before)
  await driver.press(button(driver, 'Back to the templates'))
  await build()
}

/** Where a sheet of the template's stands already, nothing is built, and it is said why. */
export async function refusedInPlace(driver: Driver): Promise<void> {
  const { host, sidebar } = driver
  const before = contents(await host.state())
  await driver.tab('Set up')
  await driver.press(sidebar.getByText('Start from a template'))
  await driver.press(button(driver, 'Build it: Executive overview'))
  await says(driver, /^The workbook has .*Start.* already, which the template makes too\./)
  expect(contents(await host.state())).toEqual(before)
}

const ownDeals = `deal_id,lead_id,stage,status,created_at,closed_at,amount,owner
X1,,won,won,2026-01-05,2026-02-03,1000.25,Kim
X2,,won,won,2026-01-09,2026-03-30,2500.50,Kim
X3,,lost,lost,2026-01-11,2026-03-01,999,Kim
X4,,won,won,2026-02-01,2026-04-02,70,Kim
`

/** From the gallery to the numbers of one's own export. */
export async function choosing(page: Page, by: 'mouse' | 'keyboard'): Promise<void> {
  const open = page.getByRole('button', { name: 'Templates…' })
  const press = async (name: RegExp) => {
    const target = page.getByRole('dialog').getByRole('button', { name })
    if (by === 'mouse') return target.click()
    for (let stops = 0; stops < 20; stops++) {
      if (await target.evaluate(element => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
  }
  await open.focus()
  await (by === 'mouse' ? open.click() : page.keyboard.press('Enter'))
  await press(/^Executive overview/)
  // The scenarios' sheet was added to the sample: that is work.
  await page.getByText('The workbook that is open now goes away.').waitFor()
  await press(/^Open it$/)
  await page.getByText('Opened Executive overview').waitFor()
  await page.locator('.pl-notice', { hasText: 'made up' }).waitFor()
  const { cells, names } = await workbook(page)
  expect(Object.keys(names)).toEqual(
    expect.arrayContaining(['LEADS', 'DEALS', 'COSTS', 'AS_OF', 'DEFINITIONS']),
  )
  expect(Object.keys(cells).some(address => address.startsWith('Board!'))).toBe(false)
  const revenue = Object.keys(cells).find(
    address => address.startsWith('Overview!') && cells[address]?.value === 'Revenue',
  ) as string
  const below = revenue.replace(/\d+$/, row => String(Number(row) + 1))
  expect(await valueAt(page, below)).toBe(59_000)
  const buffer = Buffer.from(ownDeals)
  await page.setInputFiles('#file', { name: 'own deals.csv', mimeType: 'text/csv', buffer })
  await page.getByText('Opened own deals.csv: 4 rows').waitFor()
  await page.locator('.pl-notice', { hasText: 'the file knows things up to 2026-04-02' }).waitFor()
  const stillMadeUp = await page.locator('.pl-notice li', { hasText: 'still the sample’s' }).textContent()
  expect(stillMadeUp).toMatch(/^[A-Z_]+(, [A-Z_]+)+ and [A-Z_]+: still/)
  // 1000.25 + 2500.50, won in the first quarter; nothing else was.
  expect(await valueAt(page, below)).toBe(3500.75)
  await page.getByText('Saved in this browser').waitFor()
  await page.reload()
  await page.waitForSelector('.o-grid canvas')
  expect(await valueAt(page, below)).toBe(3500.75)
}
