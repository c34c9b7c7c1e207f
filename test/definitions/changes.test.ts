import fc from 'fast-check'
import { type Approval, type Approved, type Change, proposeChanges } from '../../shared/definitions/changes'
import { definitionDiff } from '../../shared/definitions/difference'
import { lockPeriod } from '../../shared/definitions/locking'
import { type LockRow, type Locks, locksOf, noLocks } from '../../shared/definitions/locks'
import { termsFor } from '../../shared/definitions/resolve'
import { definitionCells } from '../../shared/definitions/row'
import {
  builtInDefinitions,
  type DefinitionSet,
  readDefinitions,
  setOf,
} from '../../shared/definitions/table'
import { isCellError } from '../../shared/values'
import { serial } from '../support/tables'
import { header, history, setWith, sheetOf, unplaced } from './histories'

const q1 = serial('2026-01-01')
const q2 = serial('2026-04-01')
const q3 = serial('2026-07-01')

const approval: Approval = { by: 'Ana', recordedAt: serial('2026-02-10 15:00') }
const usual: Change = { term: 'win_rate.variant', value: 'competitive', effectiveFrom: q2, reason: 'agreed' }

function proposed(
  change: Partial<Change> = {},
  set: DefinitionSet = builtInDefinitions,
  locks: Locks = noLocks,
  by: Partial<Approval> = {},
) {
  return proposeChanges(set, locks, [{ ...usual, ...change }], { ...approval, ...by })
}

function accepted(outcome: ReturnType<typeof proposed>): Approved {
  if (isCellError(outcome)) throw new Error(outcome.reason)
  return outcome as Approved
}

/** Locked on 10 April 2026. */
function lockedQuarters(...periods: readonly string[]): Locks {
  return periods.reduce((locks, period, index) => {
    const recordedAt = serial('2026-10-10 09:00') + index
    const row = lockPeriod(builtInDefinitions, locks, {
      period,
      by: 'Fay',
      reason: '',
      asOf: serial('2026-10-10'),
      recordedAt,
    })
    return locksOf([...locks.rows, row as LockRow]) as Locks
  }, noLocks)
}

describe('a change', () => {
  test('is the next version, with its hash', () => {
    const { rows, supersedes, set } = accepted(
      proposed(
        { term: ' Win_rate.Variant ', value: ' Competitive ', reason: ' agreed ' },
        builtInDefinitions,
        noLocks,
        { by: ' Ana ' },
      ),
    )
    expect(rows).toEqual([
      {
        ...{
          term: 'win_rate.variant',
          value: 'competitive',
          effectiveFrom: q2,
          version: 1,
          kind: 'policy',
          reason: 'agreed',
        },
        ...{ changedBy: 'Ana', recordedAt: approval.recordedAt, superseded: false, at: 0, hash: set.hash },
      },
    ])
    expect(supersedes).toEqual([])
    expect(set).toMatchObject({ version: 1, sealed: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test('appended to the table, reads back as the set that it promised', () => {
    fc.assert(
      fc.property(history, set => {
        expect(unplaced(readDefinitions(sheetOf(set)))).toEqual(unplaced(set))
      }),
    )
  })

  test('is what its term usually is, unless it is said to be something else', () => {
    expect(accepted(proposed({ term: 'sla.response_hours', value: 8 })).rows[0]?.kind).toBe('estimate')
    expect(accepted(proposed({ kind: 'correction' })).rows[0]?.kind).toBe('correction')
  })

  test('for a day that has a value supersedes it', () => {
    const set = setWith(['win_rate.variant', 'competitive', '2026-04-01'])
    const {
      rows,
      supersedes,
      set: after,
    } = accepted(proposed({ value: 'all_closed', kind: 'correction' }, set))
    expect(rows.map(({ version, value }) => [version, value])).toEqual([[2, 'all_closed']])
    expect(supersedes.map(({ version }) => version)).toEqual([1])
    expect(after.rows.map(({ superseded }) => superseded)).toEqual([true, false])
    // The one before it is not touched: its hash still fits.
    expect(after.rows[0]?.hash).toBe(set.rows[0]?.hash)
    const third = accepted(proposed({ value: 'created_cohort' }, after))
    expect(third.supersedes.map(({ version }) => version)).toEqual([2])
  })

  test('of several terms is one version', () => {
    const changes = [usual, { ...usual, term: 'sla.statistic', value: 'p90' }]
    const { set, rows } = accepted(proposeChanges(builtInDefinitions, noLocks, changes, approval))
    expect(set.version).toBe(1)
    expect(rows.map(({ term, version }) => [term, version])).toEqual([
      ['sla.statistic', 1],
      ['win_rate.variant', 1],
    ])
  })

  test('may ratify a default', () => {
    expect(accepted(proposed({ value: 'won_over_decided' })).set.version).toBe(1)
  })

  test('of a table without hashes has none either', () => {
    const sealed = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
    const typed = setOf(sealed.rows.map(row => ({ ...row, hash: '' }))) as DefinitionSet
    expect(accepted(proposed({ value: 'all_closed' }, typed)).rows[0]?.hash).toBe('')
  })

  test('of the fiscal year begins with its own first period', () => {
    expect(
      accepted(
        proposed({ term: 'calendar.fiscal_start_month', value: 2, effectiveFrom: serial('2026-05-01') }),
      ).set.version,
    ).toBe(1)
    expect(proposed({ term: 'calendar.fiscal_start_month', value: 2, effectiveFrom: q2 })).toMatchObject({
      offer: serial('2026-05-01'),
    })
  })

  test('goes by the calendar that is approved with it', () => {
    const both = [
      { ...usual, term: 'lock.grain', value: 'month', effectiveFrom: q2 },
      { ...usual, effectiveFrom: serial('2026-05-01') },
    ]
    expect(accepted(proposeChanges(builtInDefinitions, noLocks, both, approval)).set.version).toBe(1)
  })
})

test.each<[string, Partial<Change>, Partial<Approval>, string]>([
  ['an unknown term', { term: 'win.rate' }, {}, 'there is no term “win.rate”'],
  ['a bad value', { value: 'nice' }, {}, 'win_rate.variant: the text “nice” is none of'],
  ['no reason', { reason: ' \n' }, {}, 'win_rate.variant: a change needs a reason'],
  ['nobody', {}, { by: ' ' }, 'nobody answers for the change'],
  ['no moment', {}, { recordedAt: Number.NaN }, 'the moment of the approval is no date'],
  [
    'no day',
    { effectiveFrom: Number.NaN },
    {},
    'win_rate.variant: the day from which on it holds is no date',
  ],
  ['half a day', { effectiveFrom: q2 + 0.5 }, {}, 'is no date'],
])('%s is refused', (_what, change, by, says) => {
  expect(proposed(change, builtInDefinitions, noLocks, by)).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining(says),
  })
})

test('nothing is no change', () => {
  expect(proposeChanges(builtInDefinitions, noLocks, [], approval)).toEqual({
    error: '#VALUE!',
    reason: 'nothing is changed',
  })
  const set = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
  expect(proposed({ effectiveFrom: q2 }, set)).toMatchObject({
    error: '#VALUE!',
    reason: 'win_rate.variant is that already, since v1',
  })
  expect(proposed({ effectiveFrom: q2, value: 'all_closed' }, set)).toMatchObject({ set: { version: 2 } })
})

test('one term changes once at a time', () => {
  const twice = proposeChanges(
    builtInDefinitions,
    noLocks,
    [usual, { ...usual, value: 'all_closed' }],
    approval,
  )
  expect(twice).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining('gives win_rate.variant a second value in version 1'),
  })
})

test('what contradicts itself is not approved', () => {
  expect(proposed({ term: 'calendar.open', value: '20:00' })).toMatchObject({
    reason: expect.stringContaining('open before closing'),
  })
  const both = [
    { ...usual, term: 'calendar.open', value: '20:00' },
    { ...usual, term: 'calendar.close', value: '22:00' },
  ]
  expect(accepted(proposeChanges(builtInDefinitions, noLocks, both, approval)).set.version).toBe(1)
})

test('an approval is not recorded before the last one, but may be with it', () => {
  const set = accepted(proposed()).set
  const later = (recordedAt: number) =>
    proposed({ value: 'all_closed', effectiveFrom: q3 }, set, noLocks, { recordedAt })
  expect(later(approval.recordedAt - 0.001)).toMatchObject({
    error: '#VALUE!',
    reason: 'v1 was recorded at 2026-02-10 15:00:00: this is earlier',
  })
  expect(later(approval.recordedAt)).toMatchObject({ set: { version: 2 } })
})

test('a day within a period is refused, the next period is offered', () => {
  for (const day of [q2 + 1, q3 - 1])
    expect(proposed({ effectiveFrom: day })).toMatchObject({
      error: '#VALUE!',
      offer: q3,
      reason: expect.stringMatching(
        /^win_rate.variant cannot change on .*, within a quarter; it can from 2026-07-01 on$/,
      ),
    })
})

describe('a locked period', () => {
  const q1q2 = lockedQuarters('2026-Q1', '2026-Q2')
  const at = { recordedAt: serial('2026-11-01') }

  test('keeps its definitions: the first day after is offered', () => {
    for (const day of [serial('2025-10-01'), q1, q2])
      expect(proposed({ effectiveFrom: day }, builtInDefinitions, q1q2, at)).toMatchObject({
        offer: q3,
        reason: expect.stringContaining('2026-Q2 is locked; it can from 2026-07-01 on'),
      })
    expect(proposed({ effectiveFrom: q3 }, builtInDefinitions, q1q2, at)).toMatchObject({
      set: { version: 1 },
    })
  })

  test('is not touched by a change that another one ends before it', () => {
    const set = setWith(
      ['win_rate.variant', 'competitive', '2026-01-01'],
      ['win_rate.variant', 'all_closed', '2026-04-01'],
    )
    const q2Locked = lockedQuarters('2026-Q2')
    const change = { value: 'created_cohort', effectiveFrom: q1, kind: 'correction' as const }
    expect(proposed(change, set, q2Locked, at)).toMatchObject({ set: { version: 3 } })
    expect(proposed({ ...change, term: 'win_rate.basis', value: 'value' }, set, q2Locked, at)).toMatchObject({
      reason: expect.stringContaining('2026-Q2 is locked'),
    })
    expect(proposed(change, set, lockedQuarters('2026-Q1'), at)).toMatchObject({
      reason: expect.stringContaining('2026-Q1 is locked'),
    })
  })

  test('remembers approvals that are gone', () => {
    const set = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
    const row = lockPeriod(set, noLocks, {
      period: '2026-Q1',
      by: 'Fay',
      reason: '',
      asOf: q2,
      recordedAt: q2,
    }) as LockRow
    expect(proposed({}, builtInDefinitions, locksOf([row]) as Locks)).toMatchObject({
      reason: expect.stringContaining('they end at v0: rows are missing'),
    })
  })
})

describe('an estimate', () => {
  const set = setWith(['sla.response_hours', 8, '2026-01-01'])
  const change = { term: 'sla.response_hours', value: 6 }
  const inMay = { recordedAt: serial('2026-05-20') }

  test('holds from now on', () => {
    expect(proposed({ ...change, effectiveFrom: q1 }, set, noLocks, inMay)).toMatchObject({
      offer: q3,
      reason: expect.stringContaining('a new estimate holds from now on'),
    })
    expect(proposed({ ...change, effectiveFrom: q2 }, set, noLocks, inMay)).toMatchObject({
      set: { version: 2 },
    })
  })

  test('is set for the past the first time, and corrected', () => {
    expect(proposed({ ...change, effectiveFrom: q1 }, builtInDefinitions, noLocks, inMay)).toMatchObject({
      set: { version: 1 },
    })
    expect(proposed({ ...change, effectiveFrom: q1, kind: 'correction' }, set, noLocks, inMay)).toMatchObject(
      { set: { version: 2 } },
    )
  })

  test('unlike a policy, with which the past is restated', () => {
    expect(
      proposed(
        { term: 'win_rate.variant', effectiveFrom: q1 },
        setWith(['win_rate.variant', 'all_closed', '2026-01-01']),
        noLocks,
        inMay,
      ),
    ).toMatchObject({ set: { version: 2 } })
  })
})

describe('notice', () => {
  const set = setWith(['change.notice_days', 30, '2026-01-01'])

  test('is kept to the day', () => {
    const on = (recordedAt: string) =>
      proposed({ effectiveFrom: q2 }, set, noLocks, { recordedAt: serial(recordedAt) })
    expect(on('2026-03-02')).toMatchObject({ set: { version: 2 } })
    expect(on('2026-03-03')).toMatchObject({
      offer: q3,
      reason: expect.stringContaining('change.notice_days asks for 30 days of notice'),
    })
    // From 2 June on, a month before the third quarter is over too.
    expect(proposed({ effectiveFrom: q2 }, set, noLocks, { recordedAt: serial('2026-06-02') })).toMatchObject(
      { offer: serial('2026-10-01') },
    )
  })

  test('counts days, whatever the time of day', () => {
    const late = { recordedAt: serial('2026-03-02 23:59') }
    expect(proposed({ effectiveFrom: q2 }, set, noLocks, late)).toMatchObject({ set: { version: 2 } })
  })

  test('is kept by the day that is offered for another reason', () => {
    // Within a quarter that ends in 22 days: the one after it leaves a month.
    const inMarch = { recordedAt: serial('2026-03-10') }
    expect(proposed({ effectiveFrom: serial('2026-02-01') }, set, noLocks, inMarch)).toMatchObject({
      offer: q3,
    })
  })

  test('is not needed to correct an error', () => {
    expect(
      proposed({ effectiveFrom: q2, kind: 'correction' }, set, noLocks, { recordedAt: serial('2026-03-31') }),
    ).toMatchObject({ set: { version: 2 } })
  })
})

test('on the day that is offered, the change is accepted', () => {
  const day = fc.integer({ min: q1, max: serial('2027-03-31') })
  const kinds = fc.constantFrom('policy' as const, 'estimate' as const, 'correction' as const)
  const locked = fc.subarray(['2026-Q1', '2026-Q2', '2026-Q3'])
  fc.assert(
    fc.property(day, kinds, locked, fc.nat(200), (effectiveFrom, kind, periods, notice) => {
      const set = setWith(
        ['sla.response_hours', 8, '2026-01-01'],
        ['change.notice_days', notice, '2026-01-01'],
      )
      const change = { term: 'sla.response_hours', value: 6, kind }
      const propose = (from: number) =>
        proposed({ ...change, effectiveFrom: from }, set, lockedQuarters(...periods), { recordedAt: q3 + 30 })
      const outcome = propose(effectiveFrom)
      if (!isCellError(outcome)) return
      const { offer } = outcome as { offer?: number }
      expect(offer).toBeGreaterThan(effectiveFrom)
      expect(propose(offer ?? 0)).toMatchObject({ set: { version: 3 } })
    }),
  )
})

test('an estimate is set for the past the first time, whatever else has been approved', () => {
  const set = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
  const change = { term: 'sla.response_hours', value: 6, effectiveFrom: q1 }
  expect(proposed(change, set, noLocks, { recordedAt: serial('2026-05-20') })).toMatchObject({
    set: { version: 2 },
  })
})

test('the first day that keeps the notice is offered', () => {
  const set = setWith(['change.notice_days', 30, '2026-01-01'])
  const on = { recordedAt: serial('2026-03-02') }
  expect(proposed({ effectiveFrom: q1 }, set, noLocks, on)).toMatchObject({ offer: q2 })
})

test('a lock that ends on the day itself is touched', () => {
  const [row] = lockedQuarters('2026-Q1').rows as [LockRow]
  const locks = { rows: [{ ...row, from: q1, to: q2 }], sealed: true, hash: '' }
  expect(proposed({ effectiveFrom: q2 }, builtInDefinitions, locks)).toMatchObject({ offer: q3 })
})

test('of changes that are approved together, each supersedes its own', () => {
  const set = setWith(
    ['win_rate.variant', 'competitive', '2026-04-01'],
    ['sla.statistic', 'p90', '2026-04-01'],
  )
  const both = [
    { ...usual, value: 'all_closed' },
    { ...usual, term: 'sla.clock_type', value: 'elapsed' },
  ]
  const { supersedes } = accepted(proposeChanges(set, noLocks, both, approval))
  expect(supersedes.map(({ term }) => term)).toEqual(['win_rate.variant'])
})

describe('the difference of two versions', () => {
  const set = setWith(
    ['cost.marketing_investment', 'ad_spend, agency', '2026-01-01'],
    ['cost.marketing_investment', 'ad_spend, agency, labour', '2026-07-01'],
    ['sla.response_hours', 8, '2026-01-01'],
    ['cost.marketing_investment', 'ad_spend', '2026-01-01', 'correction'],
    ['win_rate.variant', 'won_over_decided', '2026-01-01'],
    ['cost.fairs', 'events', '2026-01-01'],
  )
  const rows = (before: number, after: number) => {
    const differences = definitionDiff(set, before, after)
    return isCellError(differences)
      ? differences
      : differences.map(row => [row.term, row.before, row.after, row.effectiveFrom])
  }

  test('is what each approval changed, as it stood before and after', () => {
    expect(rows(1, 2)).toEqual([
      ['cost.marketing_investment', 'ad_spend, agency', 'ad_spend, agency, labour', q3],
    ])
    expect(rows(2, 4)).toEqual([
      ['cost.marketing_investment', 'ad_spend, agency', 'ad_spend', q1],
      ['sla.response_hours', 4, 8, q1],
    ])
    expect(rows(5, 6)).toEqual([['cost.fairs', null, 'events', q1]])
  })

  test('goes the other way round too', () => {
    expect(rows(4, 2)).toEqual([
      ['cost.marketing_investment', 'ad_spend', 'ad_spend, agency', q1],
      ['sla.response_hours', 8, 4, q1],
    ])
  })

  test('says why and who, and is sorted by the day', () => {
    expect(definitionDiff(set, 3, 4)).toEqual([
      expect.objectContaining({ kind: 'correction', reason: 'reason 4', changedBy: 'Ana' }),
    ])
    expect((rows(0, 6) as unknown[][]).map(([term, , , from]) => [term, from])).toEqual([
      ['cost.fairs', q1],
      ['cost.marketing_investment', q1],
      ['sla.response_hours', q1],
      ['cost.marketing_investment', q3],
    ])
  })

  test('has the reason of its own approval, whatever was approved for the same day since', () => {
    const thrice = setWith(
      ['win_rate.variant', 'competitive', '2026-01-01'],
      ['win_rate.variant', 'all_closed', '2026-01-01'],
      ['win_rate.variant', 'created_cohort', '2026-01-01'],
    )
    expect(definitionDiff(thrice, 1, 2)).toEqual([expect.objectContaining({ reason: 'reason 2' })])
    expect(definitionDiff(thrice, 2, 1)).toEqual([expect.objectContaining({ reason: 'reason 2' })])
    expect(definitionDiff(thrice, 1, 3)).toEqual([expect.objectContaining({ reason: 'reason 3' })])
  })

  test('approving a default is none, nor is a version against itself', () => {
    expect(rows(4, 5)).toEqual([])
    expect(rows(3, 3)).toEqual([])
  })

  test('a version that is not there is #N/A', () => {
    expect(rows(1, 7)).toMatchObject({
      error: '#N/A',
      reason: 'there are no definitions v7: the last approved ones are v6',
    })
    expect(rows(7, 1)).toMatchObject({ error: '#N/A' })
  })

  test('applied to the one gives the other', () => {
    fc.assert(
      fc.property(history, any => {
        const last = definitionDiff(any, any.version - 1, any.version)
        if (isCellError(last)) throw new Error(last.reason)
        for (const { term, after, effectiveFrom } of last) {
          const governed = termsFor(any, effectiveFrom)
          if (isCellError(governed)) throw new Error(governed.reason)
          const row = governed.rows.get(term)
          expect(row && definitionCells(row)[header.indexOf('value')]).toEqual(after)
        }
      }),
    )
  })
})
