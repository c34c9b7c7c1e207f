import fc from 'fast-check'
import { exportDefinitions, setHash } from '../../shared/definitions/export'
import { importDefinitions } from '../../shared/definitions/import'
import { lockPeriod } from '../../shared/definitions/locking'
import { type LockRow, type Locks, locksOf, noLocks } from '../../shared/definitions/locks'
import { readStrictJson } from '../../shared/definitions/strict-json'
import { builtInDefinitions, type DefinitionSet, setOf } from '../../shared/definitions/table'
import { isCellError } from '../../shared/values'
import { hostileInputs } from '../support/reference'
import { serial } from '../support/tables'
import { history, setWith, unplaced } from './histories'

const set = setWith(
  ['win_rate.variant', 'competitive', '2026-01-01'],
  ['sla.response_hours', 8, '2026-01-01'],
  ['win_rate.variant', 'all_closed', '2026-04-01'],
  ['win_rate.variant', 'created_cohort', '2026-04-01', 'correction'],
)

function imported(text: string, present = builtInDefinitions, locks = noLocks) {
  return importDefinitions(text, present, locks)
}

interface Json {
  [key: string]: unknown
  rows: Record<string, unknown>[]
}

/** The set as JSON, edited. */
function edited(edit: (json: Json) => void): string {
  const json = JSON.parse(exportDefinitions(set, 'Ours')) as Json
  edit(json)
  return JSON.stringify(json)
}

describe('exchanged as a text', () => {
  test('a set says what it is called, what it is, and how it came about', () => {
    const json = JSON.parse(exportDefinitions(set, 'Ours'))
    expect(json).toMatchObject({ schema_version: 1, name: 'Ours', hash: set.hash })
    expect(json.rows[0]).toEqual({
      ...{
        term: 'win_rate.variant',
        value: 'competitive',
        effective_from: '2026-01-01',
        version: 1,
        status: 'approved',
      },
      ...{ kind: 'policy', reason: 'reason 1', changed_by: 'Ana', recorded_at: '2025-11-03 09:30:00' },
    })
    expect(json.rows.map(({ status }: { status: string }) => status)).toEqual([
      'approved',
      'approved',
      'superseded',
      'approved',
    ])
  })

  test('any set is what it was', () => {
    fc.assert(
      fc.property(history, fc.string(), (any, name) => {
        const text = exportDefinitions(any, name)
        const again = imported(text)
        if (isCellError(again)) throw new Error(again.reason)
        expect(again.name).toBe(name)
        expect(unplaced(again.set)).toEqual(unplaced(any))
        expect(exportDefinitions(again.set, again.name)).toBe(text)
      }),
    )
  })

  test('the built-in definitions are', () => {
    expect(imported(exportDefinitions(builtInDefinitions, ''))).toEqual({ name: '', set: builtInDefinitions })
  })

  test('a set without hashes gets them', () => {
    const typed = setOf(set.rows.map(row => ({ ...row, hash: '' }))) as DefinitionSet
    expect(setHash(typed.rows)).toBe(set.hash)
    expect(unplaced((imported(exportDefinitions(typed, 'Ours')) as { set: DefinitionSet }).set)).toEqual(
      unplaced(set),
    )
  })

  test('values of every type travel', () => {
    const all = setWith(
      ['organic.floor_zero', true, '2026-01-01'],
      ['sla.response_hours', 0.5, '2026-01-01'],
      ['margin.default_rate', 'none', '2026-01-01'],
    )
    expect(unplaced((imported(exportDefinitions(all, 'Ours')) as { set: DefinitionSet }).set)).toEqual(
      unplaced(all),
    )
  })

  test('its rows may stand in any order', () => {
    expect(imported(edited(({ rows }) => rows.reverse()))).toMatchObject({ set: { hash: set.hash } })
  })

  test('rows say where they would stand', () => {
    expect(
      (imported(exportDefinitions(set, 'Ours')) as { set: DefinitionSet }).set.rows.map(({ at }) => at),
    ).toEqual([2, 3, 4, 5])
  })

  test('a byte order mark does no harm', () => {
    expect(imported(`\ufeff${exportDefinitions(set, 'Ours')}`)).toMatchObject({ name: 'Ours' })
  })
})

const row = (json: Json): Record<string, unknown> => json.rows[0] as Record<string, unknown>

test.each<[string, string, string]>([
  ['nothing', '', 'it is not JSON, or was cut off'],
  ['half a text', exportDefinitions(set, 'Ours').slice(0, 400), 'it is not JSON'],
  ['a text with a trailing comma', '{"rows": [1,]}', 'it is not JSON'],
  ['NaN', '{"rows": NaN}', 'it is not JSON'],
  ['UTF-16 read as something else', '{\0"\0a\0"\0', 'it is not JSON'],
  ['a list', '[]', 'it is not one object'],
  ['null', 'null', 'it is not one object'],
  ['a text', '""', 'it is not one object'],
  [
    'more than a million characters',
    `"${'x'.repeat(1_000_000)}"`,
    'it has 1000002 characters: 1000000 are the most',
  ],
  ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'it is nested more than 32 deep'],
  ['33 levels of both kinds', `${'{"a":['.repeat(16)}[${']'.repeat(1)}`, 'it is nested more than 32 deep'],
  ['100,000 levels that never end', '['.repeat(100_000), 'it is nested more than 32 deep'],
  ['__proto__', '{"__proto__": {"locked": false}}', 'it has the key “__proto__”'],
  ['__proto__ behind escapes', '{"\\u005f_proto__": {}}', 'it has the key “__proto__”'],
  ['constructor', '{"constructor": {"prototype": {"x": 1}}}', 'it has the key “constructor”'],
  ['prototype', '{"a": {"prototype": 1}}', 'it has the key “prototype”'],
  ['a key twice', '{"locked": true, "locked": false}', 'it has the key “locked” twice in one place'],
  ['a key outside any object', '"a": 1', 'it is not JSON'],
  ['a key twice, once behind escapes', '{"a": 1, "\\u0061" : 2}', 'it has the key “a” twice'],
  [
    'a long key twice',
    `{"${'k'.repeat(60)}": 1, "${'k'.repeat(60)}": 2}`,
    `it has the key “${'k'.repeat(40)}” twice`,
  ],
  ['keys with escapes that are none', '{"\\x": 1, "\\y": 2}', 'it is not JSON'],
  ['a byte order mark within', '{"rows": \ufeff[]}', 'it is not JSON'],
  ['a key twice, far inside', '{"rows": [{"a": {"b": [], "c": {}, "b": 1}}]}', 'it has the key “b” twice'],
  [
    'another schema',
    edited(json => {
      json.schema_version = 999
    }),
    'its schema_version is 999: 1 is known here',
  ],
  [
    'a schema as text',
    edited(json => {
      json.schema_version = '1'
    }),
    'its schema_version is "1"',
  ],
  [
    'no schema',
    edited(json => {
      delete json.schema_version
    }),
    'its schema_version is missing',
  ],
  [
    'no name',
    edited(json => {
      delete json.name
    }),
    'it must have a name, a hash and a list of rows',
  ],
  [
    'no hash',
    edited(json => {
      delete json.hash
    }),
    'it must have a name, a hash',
  ],
  [
    'a hash that is no text',
    edited(json => {
      json.hash = 1
    }),
    'it must have a name, a hash',
  ],
  [
    'rows that are no list',
    edited(json => {
      ;(json as { rows: unknown }).rows = {}
    }),
    'it must have a name, a hash',
  ],
  [
    'something else',
    edited(json => {
      json.locked = false
    }),
    'and nothing else',
  ],
  [
    'a row that is none',
    edited(json => {
      json.rows.push(7 as never)
    }),
    'definitions row 6 does not have the fields term, value',
  ],
  [
    'a row that is a list',
    edited(json => {
      json.rows.push([] as never)
    }),
    'definitions row 6 does not have',
  ],
  [
    'a row that is null',
    edited(json => {
      json.rows[0] = null as never
    }),
    'definitions row 2 does not have',
  ],
  [
    'a row with a field more',
    edited(json => {
      row(json).colour = 'red'
    }),
    'definitions row 2 does not have the fields',
  ],
  [
    'a row with a field less',
    edited(json => {
      delete row(json).kind
    }),
    'definitions row 2 does not have the fields',
  ],
  [
    'a row with another field',
    edited(json => {
      delete row(json).kind
      row(json).sort = 'policy'
    }),
    'definitions row 2 does not have',
  ],
  [
    'a field that is an object',
    edited(json => {
      row(json).value = { a: 1 }
    }),
    'definitions row 2 does not have',
  ],
  [
    'a field that is null',
    edited(json => {
      row(json).reason = null
    }),
    'definitions row 2 does not have',
  ],
  [
    'a date in another form',
    edited(json => {
      row(json).effective_from = '1.1.2026'
    }),
    'definitions row 2 has a date that is none',
  ],
  [
    'a date that is none',
    edited(json => {
      row(json).effective_from = '2026-02-30'
    }),
    'definitions row 2 has a date that is none',
  ],
  [
    'a moment without seconds',
    edited(json => {
      row(json).recorded_at = '2025-11-03 09:30'
    }),
    'has a date that is none',
  ],
  [
    'an hour too many',
    edited(json => {
      row(json).recorded_at = '2025-11-03 24:30:00'
    }),
    'has a date that is none',
  ],
  [
    'a moment with more behind',
    edited(json => {
      row(json).recorded_at = '2025-11-03 09:30:00Z'
    }),
    'has a date that is none',
  ],
  [
    'a moment with a word behind',
    edited(json => {
      row(json).recorded_at = '2025-11-03 09:30:00 Z'
    }),
    'has a date that is none',
  ],
  [
    'a moment with a minute too many',
    edited(json => {
      row(json).recorded_at = '2025-11-03 09:60:00'
    }),
    'has a date that is none',
  ],
  [
    'a moment with a second too many',
    edited(json => {
      row(json).recorded_at = '2025-11-03 09:30:60'
    }),
    'has a date that is none',
  ],
  [
    'a moment of a day that is none',
    edited(json => {
      row(json).recorded_at = '2025-02-30 09:30:00'
    }),
    'has a date that is none',
  ],
  [
    'a moment with something between',
    edited(json => {
      row(json).recorded_at = '2025-11-03xxxxxxxxxx 09:30:00'
    }),
    'has a date that is none',
  ],
  [
    'a moment with a T',
    edited(json => {
      row(json).recorded_at = '2025-11-03T09:30:00'
    }),
    'has a date that is none',
  ],
  [
    'a moment with more before',
    edited(json => {
      row(json).recorded_at = 'x2025-11-03 09:30:00'
    }),
    'has a date that is none',
  ],
  [
    'a version as text',
    edited(json => {
      row(json).version = '1'
    }),
    'definitions row 2 has a version that is no whole number',
  ],
  [
    'half a version',
    edited(json => {
      row(json).version = 1.5
    }),
    'has a version that is no whole number',
  ],
  [
    'a negative version',
    edited(json => {
      row(json).version = -1
    }),
    'has version -1 where 1 comes next',
  ],
  [
    'an unknown term',
    edited(json => {
      row(json).term = 'win_rate.varaint'
    }),
    'did you mean win_rate.variant',
  ],
  [
    'a term twice, in other capitals',
    edited(json => {
      json.rows.push({ ...row(json), term: 'Win_Rate.Variant' })
    }),
    'a second value in version 1',
  ],
  [
    'a value beyond all numbers',
    edited(json => {
      row(json).term = 'sla.response_hours'
      row(json).value = 1e308
    }).replace('1e+308', '1e400'),
    'is no number',
  ],
  [
    'a draft',
    edited(json => {
      row(json).status = 'draft'
    }),
    'is a draft but has a version',
  ],
  [
    'a value that was changed',
    edited(json => {
      row(json).value = 'all_closed'
    }),
    'its hash does not fit its rows',
  ],
  [
    'a reason that was changed',
    edited(json => {
      row(json).reason = 'a better one'
    }),
    'its hash does not fit its rows',
  ],
  [
    'a moment that was changed',
    edited(json => {
      row(json).recorded_at = '2025-11-03 09:30:01'
    }),
    'its hash does not fit its rows',
  ],
  [
    'a last row that is gone',
    edited(json => {
      json.rows.pop()
    }),
    'superseded, but no later row',
  ],
  [
    'a hash that was changed',
    edited(json => {
      json.hash = `${json.hash}`.replace(/^./, 'x')
    }),
    'its hash does not fit its rows',
  ],
  [
    'metrics in a circle',
    edited(json => {
      row(json).term = 'metric.apples'
      row(json).value = 'metric.apples + 1'
    }),
    'a metric cannot need itself',
  ],
])('%s is refused whole', (_what, text, says) => {
  expect(imported(text)).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringMatching(/^the definitions were not imported: /),
  })
  expect(imported(text)).toMatchObject({ reason: expect.stringContaining(says) })
})

test('any text is imported or refused', () => {
  const lines = exportDefinitions(set, 'Ours')
  const cut = fc
    .tuple(fc.nat(lines.length), fc.nat(30), fc.string())
    .map(([at, length, text]) => lines.slice(0, at) + text + lines.slice(at + length))
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), cut), text => {
      const outcome = imported(text)
      if (!isCellError(outcome)) expect(outcome.set.hash).toBe(set.hash)
    }),
    { numRuns: 500 },
  )
  expect(({} as Record<string, unknown>).locked).toBeUndefined()
})

const hostile = hostileInputs()?.json_import
;(hostile ? test : test.skip)('what is known to be hostile is refused', () => {
  for (const text of hostile ?? []) expect(imported(text)).toMatchObject({ error: '#VALUE!' })
})

describe('what is strict about reading JSON', () => {
  test('is not in the way of what is fine', () => {
    const text = `{"a": [${'['.repeat(30)}1${']'.repeat(30)}], "b": {"a": 1}, "c": [{"a": 1}, {"a": "a"}, "a", "a"], "__proto": "__proto__", "d": "\\"a\\": {[", "e": ":", "f": "${'['.repeat(40)}"}`
    expect(readStrictJson(text)).toEqual({ json: JSON.parse(text) })
    const longest = `"${'x'.repeat(999_998)}"`
    expect(readStrictJson(longest)).toEqual({ json: 'x'.repeat(999_998) })
  })

  test('keys that have gone out of reach may come again', () => {
    expect(readStrictJson('{"a": {"b": 1}, "b": {"a": 2}}')).toEqual({ json: { a: { b: 1 }, b: { a: 2 } } })
  })

  test('reads what JSON.parse reads, but for what it refuses', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), text => {
        const read = readStrictJson(text)
        if ('json' in read) expect(read.json).toEqual(JSON.parse(text))
        else expect(read.fault).toMatch(/^it has the key “(__proto__|constructor|prototype)”$/)
      }),
    )
  })
})

describe('a locked period', () => {
  function lock(present: DefinitionSet, ...periods: readonly string[]): Locks {
    return periods.reduce((locks, period, index) => {
      const request = {
        period,
        by: 'Fay',
        reason: '',
        asOf: serial('2026-12-31'),
        recordedAt: serial('2027-01-10') + index,
      }
      return locksOf([...locks.rows, lockPeriod(present, locks, request) as LockRow]) as Locks
    }, noLocks)
  }

  const other = setWith(
    ['win_rate.variant', 'competitive', '2026-01-01'],
    ['sla.response_hours', 8, '2026-01-01'],
    ['win_rate.variant', 'created_cohort', '2026-07-01'],
  )

  test('is not counted by other rules', () => {
    const text = exportDefinitions(other, 'Theirs')
    expect(imported(text, set, lock(set, '2026-Q1'))).toMatchObject({ name: 'Theirs' })
    // The set's own locks remember four approvals; these know of three.
    expect(imported(text, set, lock(set, '2026-Q2'))).toMatchObject({
      reason: expect.stringContaining('2026-Q2 was locked under definitions v4, and they end at v3'),
    })
    const more = setWith(
      ...([
        ['win_rate.variant', 'competitive', '2026-01-01'],
        ['sla.response_hours', 8, '2026-01-01'],
        ['win_rate.variant', 'created_cohort', '2026-07-01'],
      ] as const),
      ['sla.statistic', 'p90', '2026-10-01'],
    )
    expect(imported(exportDefinitions(more, 'Theirs'), set, lock(set, '2026-Q1', '2026-Q2'))).toMatchObject({
      error: '#VALUE!',
      reason: 'the definitions were not imported: 2026-Q2 is locked, and they change win_rate.variant in it',
    })
  })

  test('nor by a term that is new in it', () => {
    const more = setWith(
      ['win_rate.variant', 'competitive', '2026-01-01'],
      ['cost.fairs', 'events', '2026-01-01'],
    )
    const present = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
    expect(imported(exportDefinitions(more, 'Theirs'), present, lock(present, '2026-Q1'))).toMatchObject({
      reason: expect.stringContaining('they change cost.fairs in it'),
    })
  })

  test('nor by a rule that begins within it', () => {
    const yearly = setWith(['lock.grain', 'year', '2026-01-01'])
    const within = setWith(
      ['lock.grain', 'quarter', '2026-01-01'],
      ['win_rate.variant', 'competitive', '2026-10-01'],
    )
    expect(imported(exportDefinitions(within, 'Theirs'), yearly, lock(yearly, 'FY2026'))).toMatchObject({
      reason: expect.stringContaining('FY2026 is locked, and they change'),
    })
  })

  test('nor by none', () => {
    const later = setWith(['win_rate.variant', 'competitive', '2026-04-01'])
    expect(
      imported(
        exportDefinitions(later, 'Theirs'),
        setWith(['win_rate.variant', 'competitive', '2026-01-01']),
        lock(set, '2026-Q1').rows.length > 0
          ? lock(setWith(['win_rate.variant', 'competitive', '2026-01-01']), '2026-Q1')
          : noLocks,
      ),
    ).toMatchObject({
      reason: expect.stringContaining('2026-Q1 is locked, and they do not govern it'),
    })
  })

  test('that nothing has governed may be governed', () => {
    const locks = lock(builtInDefinitions, '2026-Q1')
    const text = exportDefinitions(setWith(['win_rate.variant', 'competitive', '2026-01-01']), 'Theirs')
    expect(imported(text, setWith(['win_rate.variant', 'competitive', '2026-04-01']), locks)).toMatchObject({
      name: 'Theirs',
    })
  })

  test('may follow one that is counted by another rule', () => {
    const present = setWith(
      ['win_rate.variant', 'competitive', '2026-01-01'],
      ['win_rate.variant', 'all_closed', '2026-04-01'],
    )
    const next = setWith(
      ['win_rate.variant', 'created_cohort', '2026-01-01'],
      ['win_rate.variant', 'all_closed', '2026-04-01'],
    )
    const text = exportDefinitions(next, 'Theirs')
    expect(imported(text, present, lock(present, '2026-Q2'))).toMatchObject({ name: 'Theirs' })
    expect(imported(text, present, lock(present, '2026-Q1'))).toMatchObject({ error: '#VALUE!' })
  })

  test('may end on the day before another rule begins', () => {
    const present = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
    const more = setWith(
      ['win_rate.variant', 'competitive', '2026-01-01'],
      ['win_rate.variant', 'all_closed', '2026-04-01'],
    )
    expect(imported(exportDefinitions(more, 'Theirs'), present, lock(present, '2026-Q1'))).toMatchObject({
      name: 'Theirs',
    })
    // Of the day after its end, no more is known than that it is open.
    const span = lock(present, '2026-Q1').rows[0] as LockRow
    const oneDayMore = { rows: [{ ...span, to: span.to + 1 }], sealed: true, hash: '' }
    expect(imported(exportDefinitions(more, 'Theirs'), present, oneDayMore)).toMatchObject({
      error: '#VALUE!',
    })
  })

  test('that was unlocked may be', () => {
    const present = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
    const locks = lock(present, '2026-Q1')
    const open = {
      ...locks,
      rows: [...locks.rows, { ...(locks.rows[0] as LockRow), status: 'unlocked' as const }],
    }
    const text = exportDefinitions(setWith(['win_rate.variant', 'all_closed', '2026-01-01']), 'Theirs')
    expect(imported(text, present, locks)).toMatchObject({ error: '#VALUE!' })
    expect(imported(text, present, open)).toMatchObject({ name: 'Theirs' })
  })
})
