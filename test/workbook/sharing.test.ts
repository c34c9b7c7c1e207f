import { isCellError } from '../../shared/values'
import type { AskedChange, Definitions, Saved, SetComparison, SetFile } from '../../shared/workbook/questions'
import { hostileInputs } from '../support/reference'
import { serial } from '../support/tables'
import { ask, namedWorkbook, stateOf } from './asked-workbook'
import { dyingAtEachStep, failingAtEachStep } from './failing'
import type { FakeWorkbook } from './fake-host'

const quarter = serial('2026-01-01')

function definitionsOf(workbook: FakeWorkbook): Definitions {
  const definitions = ask(workbook, 'definitions', {})
  if (isCellError(definitions)) throw new Error(definitions.reason)
  return definitions
}

const seenIn = (workbook: FakeWorkbook) => {
  const { version, hash } = definitionsOf(workbook)
  return { version, hash }
}

function workbookWith(...changes: readonly (readonly [term: string, value: string])[]): FakeWorkbook {
  const workbook = namedWorkbook()
  for (const [term, value] of changes) {
    const change: AskedChange = { term, value, effectiveFrom: quarter, reason: 'Agreed' }
    const saved = ask(workbook, 'approve', { changes: [change], by: 'Finance', seen: seenIn(workbook) })
    if (!('outcome' in saved) || saved.outcome !== 'saved') throw new Error(JSON.stringify(saved))
  }
  return workbook
}

const exported = (workbook: FakeWorkbook, name = 'Finance') => ask(workbook, 'exportSet', { name }) as SetFile
const compared = (workbook: FakeWorkbook, { text }: SetFile) =>
  ask(workbook, 'compareSet', { text }) as SetComparison
const imported = (workbook: FakeWorkbook, { text }: SetFile, seen = seenIn(workbook)) =>
  ask(workbook, 'importSet', { text, seen }) as Saved

const finance = () => workbookWith(['win_rate.variant', 'competitive'], ['lead.dispute_window_days', '10'])
const sales = () => workbookWith(['win_rate.variant', 'all_closed'])

test('a set leaves as a file, and in words for a mail', () => {
  const file = exported(finance(), 'Finance & Sales')
  expect(file.fileName).toBe('definitions-finance_sales-v2.json')
  expect(JSON.parse(file.text)).toMatchObject({ name: 'Finance & Sales', hash: file.hash })
  expect(file.words).toContain(`Definitions “Finance & Sales” (v2, hash ${file.hash}) on 2026-06-30`)
  expect(file.words).toContain('- Lead: dispute window days: 10 working days, from 2026-01-01')
  expect(file.words).toContain('(unratified)')
})

test('two sets are compared: ours, theirs, and whether theirs can be taken', () => {
  const comparison = compared(sales(), exported(finance()))
  expect(comparison).toMatchObject({ name: 'Finance', theirs: { version: 2 }, ours: { version: 1 } })
  expect(comparison.refusal).toBeUndefined()
  expect(comparison.differing.map(({ title, before, after }) => [title, before, after])).toEqual([
    ['Lead: dispute window days', '5 working days', '10 working days'],
    ['Win rate: variant', expect.any(String), expect.any(String)],
  ])
  expect(compared(finance(), exported(finance()))).toMatchObject({ differing: [] })
})

test('a set that is imported takes the place of ours, which is kept beside it', () => {
  const workbook = sales()
  workbook.put('Definitions!L2', 'A note')
  const file = exported(finance())
  expect(imported(workbook, file)).toMatchObject({ outcome: 'saved', version: 2, hash: file.hash })
  expect(definitionsOf(workbook)).toMatchObject({ version: 2, hash: file.hash, sealed: true })
  expect(workbook.value('Definitions!L2')).toBe('A note')
  const kept = workbook.sheets.get('Definitions v1 replaced')?.cells.flat() ?? []
  expect(kept).toContain('all_closed')
})

test('a longer history of ours leaves no row behind', () => {
  const workbook = workbookWith(
    ...(['6', '7', '8'] as const).map(n => ['lead.dispute_window_days', n] as const),
  )
  const file = exported(sales())
  expect(imported(workbook, file)).toMatchObject({ outcome: 'saved', version: 1, hash: file.hash })
  expect(definitionsOf(workbook).versions).toHaveLength(1)
})

test('a set that continues ours adds its rows, and nothing has to be kept', () => {
  const workbook = workbookWith(['win_rate.variant', 'competitive'])
  imported(workbook, exported(finance()))
  expect([...workbook.sheets.keys()].some(name => name.includes('replaced'))).toBe(false)
  expect(definitionsOf(workbook).version).toBe(2)
})

test('a set comes into a workbook that has none', () => {
  const workbook = namedWorkbook()
  expect(imported(workbook, exported(finance()))).toMatchObject({ outcome: 'saved', version: 2 })
  expect(workbook.names.DEFINITIONS).toBeDefined()
})

describe('an import is refused', () => {
  test('that would change a locked period, and the comparison says so before', () => {
    const workbook = sales()
    const lock = { period: '2026-Q1', by: 'Ana', reason: '', seen: seenIn(workbook) }
    expect(ask(workbook, 'lockPeriod', lock)).toMatchObject({ outcome: 'saved' })
    const before = stateOf(workbook)
    const reason = /2026-Q1 is locked, and they change/
    expect(compared(workbook, exported(finance())).refusal?.reason).toMatch(reason)
    expect(imported(workbook, exported(finance()))).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(reason),
    })
    expect(stateOf(workbook)).toEqual(before)
  })

  test('over what somebody has approved since', () => {
    const workbook = sales()
    const seen = { version: 0, hash: '' }
    expect(imported(workbook, exported(finance()), seen)).toMatchObject({
      outcome: 'conflict',
      by: 'Finance',
    })
  })

  test('of a file that was changed on the way, or is none', () => {
    const workbook = sales()
    const { text } = exported(finance())
    const before = stateOf(workbook)
    const texts = [text.replace('"Finance"', '"=1+1"').replace('competitive', 'all_closed'), '{}', '', '[1']
    for (const bad of [...texts, ...Object.values(hostileInputs() ?? {}).flat()]) {
      const answer = ask(workbook, 'importSet', { text: bad, seen: seenIn(workbook) })
      expect(answer).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/not imported/) })
    }
    expect(stateOf(workbook)).toEqual(before)
  })
})

test('an import that is cut off leaves ours or theirs', () => {
  const file = exported(finance())
  const [ours, theirs] = [definitionsOf(sales()).hash, file.hash]
  const seen = seenIn(sales())
  const look = (workbook: FakeWorkbook) => {
    const { problem, hash } = definitionsOf(workbook)
    expect(problem).toBeUndefined()
    expect([ours, theirs]).toContain(hash)
  }
  const act = (workbook: FakeWorkbook) => imported(workbook, file, seen)
  const plain = stateOf(sales())
  failingAtEachStep(sales, act, workbook => {
    look(workbook)
    if (definitionsOf(workbook).hash === ours) expect(stateOf(workbook)).toEqual(plain)
  })
  dyingAtEachStep(sales, act, look)
})
