import { readDefinitions } from '../../shared/definitions/table'
import { termIds } from '../../shared/definitions/terms'
import { metricOnTables } from '../../shared/metrics/on-tables/metric-function'
import { type Cell, isCellError, type Matrix } from '../../shared/values'
import { answer } from '../../shared/workbook/answer'
import { type Area, parseAddress } from '../../shared/workbook/area'
import type { AskedChange, Definitions, Preview, Saved, TermState } from '../../shared/workbook/questions'
import type { Step } from '../../shared/workbook/steps'
import { hostileInputs } from '../support/reference'
import { serial } from '../support/tables'
import { ask, namedWorkbook, samples, stateOf } from './asked-workbook'
import { dyingAtEachStep, failingAtEachStep } from './failing'
import type { FakeWorkbook } from './fake-host'

const quarter = serial('2026-01-01')
/** Below the header and a draft for each term. */
const approvedRow = termIds.length + 2

function change(term: string, value: string, more: Partial<AskedChange> = {}): AskedChange {
  return { term, value, effectiveFrom: quarter, reason: 'Agreed with finance', ...more }
}

const dispute = change('lead.dispute_window_days', '7')
const sets = change('cost.marketing_investment', 'ad_spend, agency')

function definitionsOf(workbook: FakeWorkbook): Definitions {
  const definitions = ask(workbook, 'definitions', {})
  if (isCellError(definitions)) throw new Error(definitions.reason)
  return definitions
}

function approve(
  workbook: FakeWorkbook,
  changes: readonly AskedChange[],
  { by = 'Ana', seen = definitionsOf(workbook) as { version: number; hash: string } } = {},
): Saved {
  const { version, hash } = seen
  const saved = ask(workbook, 'approve', { changes, by, seen: { version, hash } })
  if (isCellError(saved)) throw new Error(saved.reason)
  return saved
}

function term(workbook: FakeWorkbook, id: string): TermState {
  const found = definitionsOf(workbook)
    .groups.flatMap(({ terms }) => terms)
    .find(one => one.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}

function valuesOf(workbook: FakeWorkbook, name: string): Matrix {
  const area = workbook.names[name]
  const [block] = (area ? workbook.host.read([area]) : []) as readonly { values: Matrix }[]
  return block?.values ?? []
}

/** With definitions approved once, from a set-up that shows all drafts. */
function agreedWorkbook(): FakeWorkbook {
  const workbook = namedWorkbook()
  ask(workbook, 'setUp', { tables: [], definitions: true, asOf: undefined, scorecard: false })
  approve(workbook, [dispute])
  return workbook
}

describe('a change is approved', () => {
  test('in a workbook without definitions, whose sheet is made with it', () => {
    const workbook = namedWorkbook()
    expect(approve(workbook, [dispute])).toMatchObject({ outcome: 'saved', version: 1 })
    expect(term(workbook, dispute.term)).toMatchObject({
      ...{ value: '7', words: '7 working days', status: 'approved', version: 1, effectiveFrom: quarter },
      history: [{ changedBy: 'Ana', reason: 'Agreed with finance', superseded: false }],
    })
    expect(definitionsOf(workbook).versions).toMatchObject([{ version: 1, terms: [dispute.term] }])
  })

  test('below the drafts, which stay, as do notes beside the table', () => {
    const workbook = agreedWorkbook()
    workbook.put('Definitions!L5', 'Ask Ben about this')
    workbook.put('Definitions!L95', { formula: '=1+1', value: 2 })
    const drafts = valuesOf(workbook, 'DEFINITIONS').filter(row => row[4] === 'draft')
    expect(approve(workbook, [change(dispute.term, '8'), sets])).toMatchObject({ version: 2 })
    expect(valuesOf(workbook, 'DEFINITIONS').filter(row => row[4] === 'draft')).toEqual(drafts)
    expect(workbook.value('Definitions!L5')).toBe('Ask Ben about this')
    expect(workbook.formula('Definitions!L95')).toBe('=1+1')
    expect(term(workbook, dispute.term).history.map(({ value, superseded }) => [value, superseded])).toEqual([
      ['8', false],
      ['7', true],
    ])
  })

  test('in one write of one block, the name before it where it has to grow', () => {
    const workbook = agreedWorkbook()
    workbook.names.DEFINITIONS = parseAddress(`Definitions!A1:J${approvedRow}`, '')
    workbook.applied.length = 0
    approve(workbook, [change(dispute.term, '9')])
    const order = workbook.applied.map(edit => edit.do).filter(does => does !== 'look')
    expect(order).toEqual(['name', 'write'])
    expect(workbook.namesAsText()).toContain(`DEFINITIONS → Definitions!A1:J${approvedRow + 1}`)
  })

  test('wherever its columns stand, and whatever its rows are sorted by', () => {
    const workbook = agreedWorkbook()
    approve(workbook, [sets])
    const [header = [], ...rows] = valuesOf(workbook, 'DEFINITIONS')
    const sorted = [header, ...rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))]
    const turned = sorted.map(row => ['', ...[...row].reverse()])
    workbook.sheets.set('Terms', { cells: turned.map(row => [...row]) })
    workbook.names.DEFINITIONS = { sheet: 'Terms', top: 0, left: 0, bottom: turned.length - 1, right: 10 }
    workbook.sheets.delete('Definitions')
    expect(definitionsOf(workbook)).toMatchObject({ version: 2, sealed: true })
    expect(approve(workbook, [change(dispute.term, '9')])).toMatchObject({ outcome: 'saved', version: 3 })
    expect(term(workbook, dispute.term)).toMatchObject({ value: '9', version: 3 })
  })

  test('as an old version is restored: with the value that it had', () => {
    const workbook = agreedWorkbook()
    approve(workbook, [change(dispute.term, '9')])
    const old = term(workbook, dispute.term).history.find(({ version }) => version === 1)
    const restored = change(dispute.term, old?.value ?? '', { reason: 'Back to version 1' })
    expect(approve(workbook, [restored])).toMatchObject({ version: 3 })
    const differences = ask(workbook, 'difference', { from: 1, to: 3 })
    expect(differences).toEqual([])
    expect(ask(workbook, 'difference', { from: 1, to: 2 })).toMatchObject([
      { title: 'Lead: dispute window days', before: '7 working days', after: '9 working days' },
    ])
  })
})

describe('a change is refused', () => {
  test.each([
    ['a term that there is none of', change('lead.dispute_window', '7'), /there is no term/],
    ['a value that it cannot have', change(dispute.term, '99'), /out of bounds/],
    ['a change without a reason', { ...dispute, reason: ' ' }, /needs a reason/],
    ['a day within a quarter', change(dispute.term, '8', { effectiveFrom: quarter + 1 }), /within a quarter/],
    ['what is so already', change(dispute.term, '7'), /is that already/],
  ])('%s', (_, asked, reason) => {
    const workbook = agreedWorkbook()
    const before = stateOf(workbook)
    expect(approve(workbook, [asked])).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(reason),
    })
    expect(stateOf(workbook)).toEqual(before)
  })

  const spoilt: [string, (workbook: FakeWorkbook) => void, RegExp][] = [
    ['edited by hand', workbook => workbook.put(`Definitions!B${approvedRow}`, 8), /does not fit its hash/],
    ['missing its header', workbook => workbook.put('Definitions!A1', 'Name'), /no column term/],
    ['emptied', workbook => workbook.sheets.set('Definitions', { cells: [] }), /is empty/],
    ['protected', workbook => Object.assign(sheet(workbook), { guarded: true }), /is protected/],
    [
      'deleted',
      workbook => {
        workbook.sheets.delete('Definitions')
        workbook.names.DEFINITIONS = undefined
      },
      /points nowhere.*version history/,
    ],
  ]
  test.each(spoilt)('in a table that was %s, with what to do', (_, spoil, reason) => {
    const workbook = agreedWorkbook()
    const seen = definitionsOf(workbook)
    spoil(workbook)
    const before = stateOf(workbook)
    expect(definitionsOf(workbook).problem?.reason).toMatch(reason)
    expect(approve(workbook, [sets], { seen })).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(reason),
    })
    expect(stateOf(workbook)).toEqual(before)
  })

  test('where something stands in the rows below the table', () => {
    const workbook = agreedWorkbook()
    workbook.names.DEFINITIONS = parseAddress(`Definitions!A1:J${approvedRow}`, '')
    workbook.put(`Definitions!C${approvedRow + 1}`, 'Signed by the board')
    expect(approve(workbook, [sets])).toMatchObject({
      reason: `Definitions!A${approvedRow + 1}, below DEFINITIONS, holds something else: move it, so that rows can be added`,
    })
  })
})

const sheet = (workbook: FakeWorkbook) => workbook.sheets.get('Definitions') ?? {}

describe('two people', () => {
  test('who approve what they see: the second learns who was quicker, and of which terms', () => {
    const workbook = agreedWorkbook()
    const seen = definitionsOf(workbook)
    expect(approve(workbook, [sets], { by: 'Ben', seen })).toMatchObject({ outcome: 'saved', version: 2 })
    expect(approve(workbook, [change(dispute.term, '9')], { seen })).toMatchObject({
      ...{ outcome: 'conflict', by: 'Ben', terms: ['cost.marketing_investment'], now: { version: 2 } },
    })
    expect(term(workbook, dispute.term).value).toBe('7')
  })

  test.each([
    ['in a workbook that has definitions', agreedWorkbook],
    ['in one that has none yet', () => namedWorkbook()],
  ])('at once, %s: whichever step the other comes between, what is called saved is there', (_, make) => {
    const outcomes = new Set<string>()
    const steps = countSteps(make())
    for (let between = 0; between <= steps; between++) {
      const workbook = make()
      const { version, hash } = definitionsOf(workbook)
      let other: Saved | undefined
      const asked = { changes: [change(dispute.term, '9')], by: 'Ana', seen: { version, hash } }
      const mine = stepping(workbook, answer('approve', asked), between, () => {
        other = approve(workbook, [sets], { by: 'Ben', seen: { version, hash } })
      }) as Saved
      const now = definitionsOf(workbook)
      expect(now.problem).toBeUndefined()
      expect(now.version).toBe(version + [mine, other].filter(one => one?.outcome === 'saved').length)
      expect(term(workbook, dispute.term).history[0]?.value === '9').toBe(mine.outcome === 'saved')
      expect(term(workbook, sets.term).history.length > 0).toBe(other?.outcome === 'saved')
      outcomes.add(`${mine.outcome}, ${other?.outcome}`)
    }
    expect(outcomes).toEqual(new Set(['conflict, saved', 'saved, refused', 'saved, conflict']))
  })
})

function countSteps(workbook: FakeWorkbook): number {
  let count = 0
  const { version, hash } = definitionsOf(workbook)
  const asked = { changes: [change(dispute.term, '9')], by: 'Ana', seen: { version, hash } }
  stepping(
    workbook,
    answer('approve', asked),
    -1,
    () => {},
    () => count++,
  )
  return count
}

/** Answers step by step, and lets somebody else come before one of them; before none, after the last. */
function stepping(
  { host }: FakeWorkbook,
  question: ReturnType<typeof answer>,
  between: number,
  other: () => void,
  count: () => void = () => {},
): unknown {
  let next = question.next()
  let at = 0
  while (!next.done) {
    if (at++ === between) other()
    count()
    const step = next.value as Step
    const act = host[step.do] as (...given: readonly unknown[]) => unknown
    next = question.next(act(...step.given))
  }
  if (at <= between) other()
  return next.value
}

describe('a save that is cut off', () => {
  const agreedHash = definitionsOf(agreedWorkbook()).hash
  const supersede = (workbook: FakeWorkbook) => {
    const seen = { version: 1, hash: agreedHash }
    ask(workbook, 'approve', { changes: [change(dispute.term, '9'), sets], by: 'Ana', seen })
  }
  const found = (workbook: FakeWorkbook) => {
    const { problem, version } = definitionsOf(workbook)
    expect(problem).toBeUndefined()
    return version
  }

  test('at any step is taken back, or was saved', () => {
    const plain = stateOf(agreedWorkbook())
    const steps = failingAtEachStep(agreedWorkbook, supersede, workbook => {
      if (found(workbook) === 1) expect(stateOf(workbook)).toEqual(plain)
      else expect(term(workbook, sets.term).version).toBe(2)
      expect(valuesOf(workbook, 'DEFINITIONS').filter(row => row[4] === 'draft')).toHaveLength(termIds.length)
    })
    expect(steps).toBeGreaterThan(15)
  })

  test('for good leaves the definitions as they were, or all of the new ones', () => {
    const versions = new Set<number>()
    dyingAtEachStep(agreedWorkbook, supersede, workbook => {
      versions.add(found(workbook))
      const isNew = found(workbook) === 2
      expect(term(workbook, dispute.term).value).toBe(isNew ? '9' : '7')
      expect(term(workbook, sets.term).status).toBe(isNew ? 'approved' : 'unratified')
    })
    expect(versions).toEqual(new Set([1, 2]))
  })

  test('while the sheet is made leaves what can be saved to', () => {
    dyingAtEachStep(
      () => namedWorkbook(),
      workbook => ask(workbook, 'approve', { changes: [dispute], by: 'Ana', seen: { version: 0, hash: '' } }),
      workbook => {
        const version = found(workbook)
        expect(approve(workbook, [sets])).toMatchObject({ outcome: 'saved', version: version + 1 })
        expect(workbook.names.DEFINITIONS).toBeDefined()
      },
    )
  })
})

describe('hostile texts', () => {
  /** As a reason, as who approves it, as a term, and as what terms of several kinds hold. */
  function stayTexts(texts: readonly string[]): void {
    const workbook = agreedWorkbook()
    for (const [index, text] of texts.entries()) {
      const asked = [
        change(dispute.term, String(10 + (index % 2)), { reason: text }),
        change(text, text),
        change('lead.net_subtract_codes', text),
        change('benchmark.win_rate', `metric: WIN_RATE; median: 1; source: ${text}; year: 2025`),
      ]
      for (const one of asked) {
        const saved = ask(workbook, 'approve', { changes: [one], by: text, seen: seenIn(workbook) })
        expect(isCellError(saved) ? 'refused' : saved.outcome).toMatch(/^(saved|refused)$/)
      }
    }
    expect(definitionsOf(workbook).problem).toBeUndefined()
    const cells = workbook.sheets.get('Definitions')?.cells.flat() ?? []
    expect(cells.some(cell => typeof cell === 'object' && cell !== null)).toBe(false)
  }

  /** Without all that the sidebar is told of the definitions, which takes longer. */
  function seenIn(workbook: FakeWorkbook) {
    const set = readDefinitions(valuesOf(workbook, 'DEFINITIONS'))
    if (isCellError(set)) throw new Error(set.reason)
    return { version: set.version, hash: set.hash }
  }

  test('stay texts wherever they are put', () => {
    stayTexts([
      '=1+1',
      '+1',
      '-1',
      '@SUM(1)',
      '\t=1',
      "'=1",
      '<img src=x onerror=alert(1)>',
      '__proto__',
      'none',
    ])
  })

  const inputs = hostileInputs()
  const all = inputs ? test : test.skip
  all('of every kind that is known stay texts', () => {
    const texts = Object.values(inputs ?? {}).flat()
    const few = 20
    for (let first = 0; first < texts.length; first += few) stayTexts(texts.slice(first, first + few))
  })
})

describe('the preview', () => {
  const periods = [serial('2025-07-01'), serial('2025-10-01'), quarter, serial('2026-04-01')]
  const ends = [...periods.slice(1).map(start => start - 1), serial('2026-06-30')]

  const metric = (workbook: FakeWorkbook, name: string): Matrix => {
    const [leads, deals, costs] = [samples.Leads, samples.Deals, samples.Costs]
    const definitions = workbook.names.DEFINITIONS ? valuesOf(workbook, 'DEFINITIONS') : ''
    const asOf = serial('2026-06-30')
    return metricOnTables([name, [periods], [ends], '', asOf, definitions, leads, deals, costs]) as Matrix
  }
  const told = (row: readonly Cell[] | undefined) =>
    row?.map(cell => (isCellError(cell) ? cell.error : (cell ?? null)))

  test.each([
    ['a set of costs', [sets]],
    ['a rule over leads', [change('lead.net_rule', 'strict')]],
    ['a variant of a rate', [change('win_rate.variant', 'competitive')]],
    ['several at once', [sets, change('lead.dispute_window_days', '0'), change('margin.basis', 'revenue')]],
  ])('of %s shows what METRIC shows before it is approved, and after', (_, changes) => {
    const workbook = namedWorkbook()
    const preview = ask(workbook, 'preview', { changes }) as Preview
    expect(preview.periods.map(({ name }) => name)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'])
    expect(preview.effects.some(({ changed }) => changed)).toBe(true)
    const shown = (values: Preview['effects'][number]['before']) =>
      values.map(value => ('number' in value ? value.number : 'error' in value ? value.error : value.text))
    for (const { metric: name, before } of preview.effects) {
      expect([name, shown(before)]).toEqual([name, told(metric(workbook, name)[0])])
    }
    const early = serial('2025-01-01')
    approve(
      workbook,
      changes.map(one => ({ ...one, effectiveFrom: early })),
    )
    for (const { metric: name, after } of preview.effects) {
      expect([name, shown(after)]).toEqual([name, told(metric(workbook, name)[0])])
    }
  })

  test('puts what changes first, and says what would be needed for more', () => {
    const preview = ask(namedWorkbook(), 'preview', { changes: [sets] }) as Preview
    expect(preview.changes).toEqual([
      {
        term: 'cost.marketing_investment',
        before: 'ad_spend, labour, creative, tools, agency, events, subscriptions and overhead',
        after: 'ad_spend and agency',
      },
    ])
    const order = preview.effects.map(({ changed }) => changed)
    expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)))
    const [first] = preview.effects
    expect(first).toMatchObject({ unit: expect.any(String), title: expect.any(String) })
    const usage = change('mrr.usage', 'TRUE')
    const lacking = ask(namedWorkbook(), 'preview', { changes: [usage] }) as Preview
    expect(lacking).toMatchObject({ effects: [], lacking: expect.arrayContaining(['subscriptions']) })
  })

  test('of a metric of one’s own shows what it will be, and why a formula cannot be', () => {
    const own = (value: string) => ({ changes: [change('metric.net_yield', value)] })
    const workbook = namedWorkbook()
    const preview = ask(workbook, 'preview', own('net_leads_issued / leads_created')) as Preview
    expect(preview.effects[0]).toMatchObject({
      ...{ metric: 'NET_YIELD', changed: true, unit: 'number' },
      before: expect.arrayContaining([expect.objectContaining({ error: '#N/A' })]),
    })
    expect(preview.effects[0]?.after[2]).toMatchObject({ number: expect.any(Number) })
    expect(ask(workbook, 'preview', own('net_leads_isued / 2'))).toMatchObject({
      reason: expect.stringContaining('did you mean'),
    })
    expect(ask(workbook, 'preview', own('net_leads_issued +'))).toMatchObject({
      reason: expect.stringContaining('not understood'),
    })
  })

  test('reads each table that is asked once, and no other', () => {
    const workbook = namedWorkbook()
    const read: string[] = []
    workbook.before = (step, given) => {
      if (step === 'read') read.push(...(given as readonly Area[]).map(area => area.sheet))
    }
    ask(workbook, 'preview', { changes: [change('win_rate.variant', 'competitive')] })
    expect(read).toEqual(['Start', 'Deals'])
  })
})
