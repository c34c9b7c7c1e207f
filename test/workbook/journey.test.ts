/** From a pile of exports to agreed, locked and shared definitions, in every host. */
import type { Cell, Matrix } from '../../shared/values'
import type { Area } from '../../shared/workbook/area'
import type { Seen, SetUp } from '../../shared/workbook/questions'
import type { Block, Host } from '../../shared/workbook/steps'
import { hostileInputs } from '../support/reference'
import { serial } from '../support/tables'
import { samples } from './asked-workbook'
import { askHost, everyHost, placeRows } from './ports/every-host'

beforeAll(() => {
  jest.spyOn(console, 'debug').mockImplementation(() => {})
})

const seenIn = async (host: Host): Promise<Seen> => {
  const { version, hash, problem } = await askHost(host, 'definitions', {})
  expect(problem).toBeUndefined()
  return { version, hash }
}

async function cellsOf(host: Host, area: Area): Promise<Matrix> {
  const [block] = (await host.read([area])) as readonly Block[]
  return block?.values ?? []
}

describe.each(everyHost)('in %s', (_, open) => {
  test('a workbook is set up, agrees a definition, locks a quarter, unlocks and shares', async () => {
    const port = await open(['Leads', 'Deals', 'Costs'])
    const host = port.editor()
    for (const [sheet, rows] of Object.entries(samples)) await placeRows(host, sheet, rows)
    const survey = await askHost(host, 'survey', {})
    expect(survey.tables.map(({ table, rows }) => [table, rows])).toEqual([
      ['leads', 12],
      ['deals', 10],
      ['costs', 13],
    ])
    const plan: SetUp = {
      tables: survey.tables.map(({ area, table }) => ({ area, table: table ?? 'leads', headers: [] })),
      ...{ definitions: true, asOf: serial('2026-06-30'), scorecard: true },
    }
    const done = await askHost(host, 'setUp', plan)
    expect(done).not.toHaveProperty('reason')
    expect(await askHost(host, 'setUp', { ...plan, asOf: undefined })).toMatchObject({ made: [] })

    const change = { effectiveFrom: serial('2026-01-01'), reason: '=1+1', by: '@Ana' }
    const changes = [
      { term: 'calendar.weekend_mask', value: '0000111', ...change },
      { term: 'calendar.holidays', value: '2026-04-03', ...change },
      { term: 'lead.dispute_window_days', value: '7', ...change },
    ]
    const preview = await askHost(host, 'preview', { changes })
    expect(preview.effects.length).toBeGreaterThan(10)
    const approving = { changes, by: '@Ana', seen: await seenIn(host) }
    expect(await askHost(host, 'approve', approving)).toMatchObject({ outcome: 'saved', version: 1 })
    expect(await askHost(host, 'approve', approving)).toMatchObject({ outcome: 'conflict', by: '@Ana' })
    const again = [{ ...changes[0], value: '0000011', reason: 'Fridays we work' }] as typeof changes
    const second = { changes: again, by: 'Ben', seen: await seenIn(host) }
    expect(await askHost(host, 'approve', second)).toMatchObject({ outcome: 'saved', version: 2 })

    const locking = { period: '2026-Q1', by: 'Ana', reason: '', seen: await seenIn(host) }
    expect(await askHost(host, 'lockPeriod', locking)).toMatchObject({ outcome: 'saved' })
    const { locks, area, versions } = await askHost(host, 'definitions', {})
    expect(locks).toMatchObject([{ period: '2026-Q1', status: 'locked' }])
    expect(versions.map(({ reason }) => reason)).toEqual(['Fridays we work', '=1+1'])
    const rows = (await cellsOf(host, area as Area)).filter(row => row[4] === 'approved')
    expect(rows.map(row => row[1])).toContain('0000011')
    expect(await askHost(host, 'unlockPeriod', { ...locking, reason: 'A late invoice' })).toMatchObject({
      outcome: 'saved',
    })
    const { text, hash } = await askHost(host, 'exportSet', { name: 'Finance' })
    expect(hash).toBe((await seenIn(host)).hash)
    const importing = { text, seen: await seenIn(host) }
    expect(await askHost(host, 'importSet', importing)).toMatchObject({ outcome: 'saved', hash })
  })

  const known = hostileInputs()
  const own = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    "'=1",
    '<img src=x onerror=alert(1)>',
    '__proto__',
    '=HYPERLINK("x")',
  ]
  const kinds = ['formula_injection_text', 'numbers_as_text', 'html', 'names_and_unicode'] as const
  // Control characters and lone surrogates are no text that a cell can keep; blanks are blank.
  const isKept = (text: string) => !/\p{Cc}|\p{Cs}/u.test(text) && text.trim() !== ''
  const all = known ? test : test.skip

  test('hostile texts stay texts through mapping, editing and import', () => throughAll(own))
  all('all hostile inputs stay texts through mapping, editing and import (needs the reference)', () =>
    throughAll(kinds.flatMap(kind => known?.[kind] ?? []).filter(isKept)),
  )

  /** As headers that are mapped, as who approves and why, and on the way into another workbook. */
  async function throughAll(texts: readonly string[]): Promise<void> {
    const host = (await open(['Leads', 'Deals'])).editor()
    const header = texts.find(text => text.startsWith('=')) as string
    const [names = [], ...deals] = samples.Deals
    await placeRows(host, 'Deals', [
      [...names, header],
      ...deals.map((row, at) => [...row, texts[at] ?? null]),
    ])
    const { tables } = await askHost(host, 'survey', {})
    const { area } = tables.find(({ table }) => table === 'deals') as { area: Area }
    const place = names.length
    const done = await askHost(host, 'setUp', {
      tables: [
        {
          area: { ...area, right: place },
          table: 'deals',
          headers: [{ place, from: header, to: 'campaign' }],
        },
      ],
      ...{ definitions: true, asOf: undefined, scorecard: false },
    })
    expect(done).not.toHaveProperty('reason')
    const mapped = { sheet: 'Deals', top: 0, left: place, bottom: deals.length, right: place }
    expect(await contentsOf(host, mapped)).toEqual(['campaign', ...deals.map((_, at) => texts[at] ?? null)])

    for (let first = 0; first < texts.length; first += 20) {
      const changes = texts.slice(first, first + 20).map((reason, at) => ({
        ...{ term: `benchmark.b${first + at}`, value: 'metric: WIN_RATE; median: 1; source: S; year: 2025' },
        ...{ effectiveFrom: serial('2026-01-01'), reason },
      }))
      const approving = { changes, by: texts[first] as string, seen: await seenIn(host) }
      expect(await askHost(host, 'approve', approving)).toMatchObject({ outcome: 'saved' })
    }
    const { text } = await askHost(host, 'exportSet', { name: header })
    const other = (await open(['Leads'])).editor()
    expect(await askHost(other, 'importSet', { text, seen: await seenIn(other) })).toMatchObject({
      outcome: 'saved',
    })
    const asKept = texts.map(reason => reason.normalize('NFC').trim())
    for (const each of [host, other]) {
      const { area: place } = await askHost(each, 'definitions', {})
      const cells = await contentsOf(each, place as Area)
      expect(asKept.filter(reason => !cells.includes(reason))).toEqual([])
    }
  }

  /** What the cells of an area hold, none of them a formula. */
  async function contentsOf(host: Host, area: Area): Promise<readonly Cell[]> {
    const [block] = (await host.read([area])) as readonly Block[]
    expect(block?.formulas.flat().filter(formula => formula !== '')).toEqual([])
    return block?.values.flat() ?? []
  }
})
