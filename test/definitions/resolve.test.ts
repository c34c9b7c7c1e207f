import fc from 'fast-check'
import { type Basis, parseBasis, regimes, termsFor } from '../../shared/definitions/resolve'
import { builtInDefinitions, type DefinitionSet, readDefinitions } from '../../shared/definitions/table'
import type { Terms } from '../../shared/definitions/term'
import { builtInTerms } from '../../shared/definitions/terms'
import { isCellError } from '../../shared/values'
import { serial } from '../support/tables'
import { history, setWith, sheetOf } from './histories'

const q1 = serial('2026-01-01')
const q3 = serial('2026-07-01')

/** v1 from Q1, v2 from Q3, v3 corrects Q1. */
const set = setWith(
  ['cost.marketing_investment', 'ad_spend, agency', '2026-01-01'],
  ['cost.marketing_investment', 'ad_spend, agency, labour', '2026-07-01'],
  ['cost.marketing_investment', 'ad_spend, agency, tools', '2026-01-01', 'correction'],
)

function costs(day: number, basis: Basis): unknown {
  const governed = termsFor(set, day, basis)
  return isCellError(governed)
    ? governed.reason
    : [governed.version, ...(governed.terms['cost.marketing_investment'] as string[])]
}

test.each<[string, number, Basis, unknown]>([
  ['what was effective then, as it is corrected', q1, 'current', [3, 'ad_spend', 'agency', 'tools']],
  ['the same for a reported value', q1, 'as_reported', [3, 'ad_spend', 'agency', 'tools']],
  ['within a quarter', q1 + 45, 'current', [3, 'ad_spend', 'agency', 'tools']],
  ['up to its last day', q3 - 1, 'current', [3, 'ad_spend', 'agency', 'tools']],
  ['from the first day of the next on', q3, 'current', [2, 'ad_spend', 'agency', 'labour']],
  ['the latest, whatever the period', q1, 'restated', [3, 'ad_spend', 'agency', 'labour']],
  ['the latest, before there were any', q1 - 400, 'restated', [3, 'ad_spend', 'agency', 'labour']],
  ['a pinned version', q3, { version: 1 }, [1, 'ad_spend', 'agency']],
  ['a pinned version, before it took effect', q1, { version: 2 }, [2, 'ad_spend', 'agency', 'labour']],
  ['the built-in ones', q3, { version: 0 }, [0, ...(builtInTerms['cost.marketing_investment'] as string[])]],
  [
    'a version that is not there',
    q3,
    { version: 4 },
    'there are no definitions v4: the last approved ones are v3',
  ],
  [
    'a day before all of them',
    q1 - 1,
    'current',
    expect.stringContaining('no definition is effective on 2025-12-31: the first is from 2026-01-01'),
  ],
  [
    'a reported day before all of them',
    q1 - 1,
    'as_reported',
    expect.stringContaining('no definition is effective'),
  ],
])('%s', (_what, day, basis, expected) => {
  expect(costs(day, basis)).toEqual(expected)
})

test('what is not available is #N/A', () => {
  expect(termsFor(set, q1 - 1)).toMatchObject({ error: '#N/A' })
  expect(termsFor(set, q1, { version: 9 })).toMatchObject({ error: '#N/A' })
})

test('a term that nobody has approved keeps its default', () => {
  expect(termsFor(set, q1)).toMatchObject({ status: 'approved', terms: { 'sla.response_hours': 4 } })
})

test('the row that governs a term is at hand', () => {
  const governed = termsFor(set, q3)
  expect(!isCellError(governed) && governed.rows.get('cost.marketing_investment')).toMatchObject({
    version: 2,
    changedBy: 'Ana',
  })
  expect(!isCellError(governed) && governed.rows.has('sla.response_hours')).toBe(false)
})

test('without a table, the built-in definitions govern every day, unratified', () => {
  const governed = { terms: builtInTerms, version: 0, status: 'unratified' }
  expect(termsFor(builtInDefinitions, 1000)).toMatchObject(governed)
  expect(termsFor(builtInDefinitions, 1000, 'restated')).toMatchObject(governed)
  expect(termsFor(set, q1, { version: 0 })).toMatchObject({ status: 'unratified' })
})

/** Straight from the rule: of the approved rows that have taken effect, the last to do so, of two the later approved. */
function naive({ rows }: DefinitionSet, day: number, version: number): Terms {
  const terms: Record<string, unknown> = { ...builtInTerms }
  for (const term of new Set(rows.map(row => row.term))) {
    const own = rows.filter(row => row.term === term && row.version <= version && row.effectiveFrom <= day)
    const latest = Math.max(...own.map(row => row.effectiveFrom))
    const [governing] = own.filter(row => row.effectiveFrom === latest).sort((a, b) => b.version - a.version)
    if (governing) terms[term] = governing.value
  }
  return terms as Terms
}

const day = fc.integer({ min: q1, max: serial('2027-06-30') })

test('any history is resolved as the rule says', () => {
  fc.assert(
    fc.property(history, day, fc.nat(8), (any, at, version) => {
      const first = Math.min(...any.rows.map(row => row.effectiveFrom))
      const current = termsFor(any, at)
      if (at < first) expect(current).toMatchObject({ error: '#N/A' })
      else expect(current).toMatchObject({ terms: naive(any, at, any.version) })
      const end = Number.POSITIVE_INFINITY
      expect(termsFor(any, at, 'restated')).toMatchObject({
        terms: naive(any, end, end),
        version: any.version,
      })
      if (version <= any.version)
        expect(termsFor(any, at, { version })).toMatchObject({ terms: naive(any, end, version), version })
    }),
  )
})

test('what a version pins, no later approval changes', () => {
  fc.assert(
    fc.property(history, any => {
      for (let version = 1; version < any.version; version++) {
        const kept = any.rows.filter(row => row.version <= version)
        const asOfThen = readDefinitions(
          sheetOf({ ...any, rows: kept.map(row => ({ ...row, superseded: isReplaced(row, kept) })) }),
        )
        if (isCellError(asOfThen)) throw new Error(asOfThen.reason)
        expect(termsFor(asOfThen, 0, 'restated')).toMatchObject({
          terms: (termsFor(any, 0, { version }) as { terms: Terms }).terms,
        })
      }
    }),
    { numRuns: 30 },
  )
})

function isReplaced(row: DefinitionSet['rows'][number], rows: DefinitionSet['rows']): boolean {
  return rows.some(
    other =>
      other.term === row.term && other.effectiveFrom === row.effectiveFrom && other.version > row.version,
  )
}

describe('regimes', () => {
  const cuts = (from: number, to: number, basis?: Basis, terms?: string[]) => {
    const found = regimes(set, from, to, basis, terms)
    return isCellError(found) ? found : found.map(regime => [regime.from, regime.to, regime.version])
  }

  test('cut a window where a definition changes', () => {
    expect(cuts(q1 + 10, q3 + 10)).toEqual([
      [q1 + 10, q3 - 1, 3],
      [q3, q3 + 10, 2],
    ])
    expect(cuts(q3 - 1, q3)).toEqual([
      [q3 - 1, q3 - 1, 3],
      [q3, q3, 2],
    ])
  })

  test('leave a window whole within one, for terms that do not change, and under one set for all', () => {
    expect(cuts(q1, q3 - 1)).toEqual([[q1, q3 - 1, 3]])
    expect(cuts(q3, q3 + 500)).toEqual([[q3, q3 + 500, 2]])
    expect(cuts(q1, q3 + 10, 'current', ['win_rate.variant'])).toEqual([[q1, q3 + 10, 3]])
    expect(cuts(q1, q3 + 10, 'restated')).toEqual([[q1, q3 + 10, 3]])
    expect(cuts(q1, q3 + 10, { version: 1 })).toEqual([[q1, q3 + 10, 1]])
  })

  test('need a definition for the first day', () => {
    expect(cuts(q1 - 10, q3)).toMatchObject({ error: '#N/A' })
  })

  test('tile the window, each day under the terms of that day, and neighbours differ', () => {
    fc.assert(
      fc.property(history, day, fc.nat(600), (any, start, length) => {
        const found = regimes(any, start, start + length)
        if (isCellError(found)) return
        expect(found[0]?.from).toBe(start)
        expect(found[found.length - 1]?.to).toBe(start + length)
        for (const [index, { from, to, terms }] of found.entries()) {
          expect(to).toBeGreaterThanOrEqual(from)
          const next = found[index + 1]
          if (next) {
            expect(next.from).toBe(to + 1)
            expect(next.terms).not.toEqual(terms)
          }
          for (const at of [from, to]) expect(termsFor(any, at)).toMatchObject({ terms })
        }
      }),
    )
  })
})

test.each([
  [' win_rate ', { name: 'WIN_RATE', basis: undefined }],
  [' Win_Rate @ Restated ', { name: 'WIN_RATE', basis: 'restated' }],
  ['CAC@current', { name: 'CAC', basis: 'current' }],
  ['CAC@AS_REPORTED', { name: 'CAC', basis: 'as_reported' }],
  ['CAC@v12', { name: 'CAC', basis: { version: 12 } }],
  ['CAC@v0', { name: 'CAC', basis: { version: 0 } }],
])('%j names a metric and a basis', (text, expected) => {
  expect(parseBasis(text)).toEqual(expected)
})

test.each([
  'CAC@',
  'CAC@3',
  'CAC@v',
  'CAC@v1.5',
  'CAC@v1@v2',
  'CAC@v1@2',
  'CAC@vx',
  'CAC@xv3',
  'CAC@v1234567',
  'CAC@constructor',
])('%j has no basis', text => {
  expect(parseBasis(text)).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining('is no basis: write current'),
  })
})

test('a long basis is cut short', () => {
  expect(parseBasis(`CAC@${'b'.repeat(50)}`)).toMatchObject({
    reason: expect.stringContaining(`“${'b'.repeat(40)}”`),
  })
})
