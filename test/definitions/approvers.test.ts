import { proposeChanges } from '../../shared/definitions/changes'
import { lockPeriod, unlockPeriod } from '../../shared/definitions/locking'
import { type LockRow, locksOf, noLocks } from '../../shared/definitions/locks'
import { builtInDefinitions, type DefinitionSet, readDefinitions } from '../../shared/definitions/table'
import { fails } from '../support/asking'
import { definitionHeader, definitionRows } from '../support/definitions'
import { serial } from '../support/tables'

/** Approved on the first of January; from then on, it binds. */
const agreed = definitionRows({ 'lock.approvers': 'Finance, Zoë' }, { from: '2026-01-01', version: 1 })
const set = readDefinitions([definitionHeader, ...agreed]) as DefinitionSet

const approved = (by: string, on = '2026-02-10', definitions = set) =>
  proposeChanges(
    definitions,
    noLocks,
    [
      {
        term: 'win_rate.variant',
        value: 'competitive',
        effectiveFrom: serial('2026-04-01'),
        reason: 'agreed',
      },
    ],
    { by, recordedAt: serial(on) },
  )

test.each(['finance', ' FINANCE ', 'Ana, finance', 'finance; Ana', 'zoe\u0308'])('%s may approve', by => {
  expect(approved(by)).toMatchObject({ set: { version: 2 } })
})

test.each(['Ana', 'financial', 'Ana finance', 'Ana, marketing'])('%s may not', by => {
  expect(approved(by)).toEqual({
    error: '#VALUE!',
    reason: expect.stringMatching(`^${by} is none of lock.approvers: one of Finance, Zoë approves`),
  })
})

test('who may not is told who may, and how to write it', () => {
  expect(approved(' Ana ')).toEqual({
    error: '#VALUE!',
    reason: 'Ana is none of lock.approvers: one of Finance, Zoë approves, as “finance” or “finance, Ana”',
  })
})

test('anyone may while nobody has set the list, or it is empty', () => {
  expect(approved('Ana', '2026-02-10', builtInDefinitions)).toMatchObject({ set: { version: 1 } })
  const rows = definitionRows({ 'lock.approvers': 'none' }, { from: '2026-01-01', version: 1 })
  const nobody = readDefinitions([definitionHeader, ...rows]) as DefinitionSet
  expect(approved('Ana', '2026-02-10', nobody)).toMatchObject({ set: { version: 2 } })
})

test('a list binds from the day on which it takes effect, and one that follows it is approved by the one before', () => {
  const later = proposeChanges(
    set,
    noLocks,
    [{ term: 'lock.approvers', value: 'Ana', effectiveFrom: serial('2026-04-01'), reason: 'handed over' }],
    { by: 'finance', recordedAt: serial('2026-02-01') },
  ) as { set: DefinitionSet }
  expect(approved('Ana', '2026-02-10', later.set)).toEqual(fails('#VALUE!', 'none of lock.approvers'))
  const inApril = {
    term: 'sla.statistic',
    value: 'p90',
    effectiveFrom: serial('2026-07-01'),
    reason: 'agreed',
  }
  const approval = { by: 'Ana', recordedAt: serial('2026-04-01 08:00') }
  expect(proposeChanges(later.set, noLocks, [inApril], approval)).toMatchObject({ set: { version: 3 } })
})

test('a name that is spelt with other letters is another name', () => {
  const rows = definitionRows({ 'lock.approvers': 'Voß' }, { from: '2026-01-01', version: 1 })
  const spelt = readDefinitions([
    definitionHeader,
    ...rows.map(row => row.map(cell => (cell === 'finance' ? 'Voß' : cell))),
  ]) as DefinitionSet
  expect(approved('VOß', '2026-02-10', spelt)).toMatchObject({ set: { version: 2 } })
  expect(approved('Voss', '2026-02-10', spelt)).toEqual(fails('#VALUE!', 'Voss is none of lock.approvers'))
})

test('a list is approved by the one that it takes the place of, though it holds at once', () => {
  const handedOver = {
    term: 'lock.approvers',
    value: 'Ana',
    effectiveFrom: serial('2026-01-01'),
    reason: 'new',
  }
  const on = { recordedAt: serial('2026-02-01') }
  expect(proposeChanges(set, noLocks, [handedOver], { by: 'finance', ...on })).toMatchObject({
    set: { version: 2 },
  })
  expect(proposeChanges(set, noLocks, [handedOver], { by: 'Ana', ...on })).toEqual(
    fails('#VALUE!', 'Ana is none of lock.approvers'),
  )
})

test('a period is locked and unlocked by one of the list', () => {
  const request = { period: '2026-Q1', asOf: serial('2026-04-10'), by: 'Ana', reason: 'a deal was missing' }
  const [first, second] = [serial('2026-04-10'), serial('2026-04-11')]
  expect(lockPeriod(set, noLocks, { ...request, recordedAt: first })).toEqual(
    fails('#VALUE!', 'Ana is none of'),
  )
  const lock = lockPeriod(set, noLocks, { ...request, by: 'finance', recordedAt: first }) as LockRow
  const locks = locksOf([lock])
  if ('error' in locks) throw new Error(locks.reason)
  expect(unlockPeriod(set, locks, { ...request, recordedAt: second })).toEqual(
    fails('#VALUE!', 'Ana is none of lock.approvers'),
  )
  expect(unlockPeriod(set, locks, { ...request, by: 'Zoë', recordedAt: second })).toMatchObject({
    status: 'unlocked',
  })
})

test('a row that somebody else typed into the table is refused, and says which', () => {
  const [row = []] = definitionRows({ 'sla.statistic': 'p90' }, { from: '2026-04-01', version: 2 })
  const typed = [definitionHeader, ...agreed, row.map(cell => (cell === 'finance' ? 'Ana' : cell))]
  expect(readDefinitions(typed)).toEqual(
    fails('#VALUE!', 'definitions row 3 cannot hold: Ana is none of lock.approvers'),
  )
  expect(readDefinitions([definitionHeader, ...agreed, row])).toMatchObject({ version: 2 })
})
