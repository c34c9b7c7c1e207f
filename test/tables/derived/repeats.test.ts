import { repeatsIn } from '../../../shared/tables/derived/repeats'
import { blockSize, byRow } from '../../../shared/tables/selection'
import { cellError } from '../../../shared/values'

interface Row {
  readonly who?: string | null
  readonly id: string
  readonly at: number
  readonly counts?: boolean
}

/** The rows that are not the first of their kind, counted from 1. */
function repeats(rows: readonly Row[], isNamed = true, refused: readonly number[] = []): number[] {
  const of = (row: number): Row => rows[row - 1] as Row
  const found = repeatsIn({
    last: rows.length,
    counts: byRow(row => {
      if (refused.includes(row)) throw cellError('#VALUE!', `row ${row} cannot be read`)
      return of(row).counts !== false
    }),
    at: row => of(row).at,
    who: isNamed ? row => of(row).who ?? null : undefined,
    otherwise: row => of(row).id,
  })
  return [...found].flatMap((repeat, row) => (repeat === 1 ? [row] : []))
}

test('the earliest is the first of its kind, of two at one moment the upper', () => {
  const rows: Row[] = [
    { who: 'Ana', id: '1', at: 5 },
    { who: 'ANA', id: '2', at: 3 },
    { who: 'ana', id: '3', at: 3 },
    { who: 'Ben', id: '4', at: 9 },
    { who: 'Ana', id: '5', at: 1 },
  ]
  expect(repeats(rows)).toEqual([1, 2, 3])
})

test('who is not named is told apart by the id, to the letter, and is nobody who is named', () => {
  const rows: Row[] = [
    { who: null, id: 'a', at: 1 },
    { who: null, id: 'A', at: 1 },
    { who: null, id: 'a', at: 2 },
    { who: 'a', id: 'x', at: 3 },
    { who: 'b', id: 'a', at: 4 },
  ]
  expect(repeats(rows)).toEqual([3])
  expect(repeats(rows, false)).toEqual([3, 5])
})

test('rows that do not count are not there', () => {
  const rows: Row[] = [
    { who: 'Ana', id: '1', at: 1, counts: false },
    { who: 'Ana', id: '2', at: 2 },
    { who: 'Ana', id: '3', at: 3 },
  ]
  expect(repeats(rows)).toEqual([3])
})

test('of many rows too, several of whose names are asked for at a time', () => {
  const last = 25_000
  const rows = Array.from({ length: last }, (_, index): Row => {
    const number = index % 10_000
    const name = index < 10_000 ? `name ${number}` : `NAME ${number}`
    return { who: number % 3 === 0 ? null : name, id: `id ${number}`, at: index }
  })
  const expected = Array.from({ length: last - 10_000 }, (_, index) => index + 10_001)
  expect(repeats(rows)).toEqual(expected)
  expect(repeats(rows, false)).toEqual(expected)
})

test.each([
  [[2], 2],
  [[3, 2], 2],
  [[2, 3], 2],
  [[blockSize + 7, blockSize + 3], blockSize + 3],
])('of rows %j that cannot be read the first is told', (refused, told) => {
  const rows = Array.from(
    { length: blockSize * 2 },
    (_, index): Row => ({ who: `${index}`, id: '', at: index }),
  )
  const reason = `row ${told} cannot be read`
  expect(() => repeats(rows, true, refused)).toThrow(expect.objectContaining({ reason }))
})

test('whatever the order in which they are met', () => {
  const failing = () =>
    repeatsIn({
      last: 9,
      counts: (_, count, fail) => {
        for (const row of [7, 3, 5]) fail(row, cellError('#VALUE!', `row ${row} cannot be read`))
        return count
      },
      at: () => 1,
      who: row => `${row}`,
      otherwise: () => '',
    })
  expect(failing).toThrow(expect.objectContaining({ reason: 'row 3 cannot be read' }))
})

test('a moment that cannot be read is told where it comes before', () => {
  const failing = (of: number) =>
    repeatsIn({
      last: 9,
      counts: byRow(row => {
        if (row === 5) throw cellError('#VALUE!', 'row 5 cannot be read')
        return true
      }),
      at: row => {
        if (row === of) throw cellError('#VALUE!', `row ${row} has no moment`)
        return row
      },
      who: () => 'Ana',
      otherwise: () => '',
    })
  expect(() => failing(3)).toThrow(expect.objectContaining({ reason: 'row 3 has no moment' }))
  expect(() => failing(7)).toThrow(expect.objectContaining({ reason: 'row 5 cannot be read' }))
})

test('what cannot be told before that goes first', () => {
  const failing = (of: number) =>
    repeatsIn({
      last: 9,
      counts: byRow(row => {
        if (row === 5) throw cellError('#VALUE!', 'row 5 cannot be read')
        return true
      }),
      at: () => 1,
      who: row => {
        if (row === of) throw cellError('#VALUE!', `row ${row} names nobody`)
        return 'Ana'
      },
      otherwise: () => '',
    })
  expect(() => failing(3)).toThrow(expect.objectContaining({ reason: 'row 3 names nobody' }))
  expect(() => failing(7)).toThrow(expect.objectContaining({ reason: 'row 5 cannot be read' }))
})
