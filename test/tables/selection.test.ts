import fc from 'fast-check'
import { builtInTerms } from '../../shared/definitions/terms'
import { caught } from '../../shared/metrics/on-tables/caught'
import { type Compiled, selectionOf } from '../../shared/tables/compiled'
import { rulesOf } from '../../shared/tables/row-rules/index'
import { contextOf, type RowSource, type Rows } from '../../shared/tables/rows'
import type { ColumnType } from '../../shared/tables/schema'
import {
  blockSize,
  byCell,
  byPresence,
  byRow,
  type Column,
  either,
  except,
  inBlocks,
  type Select,
} from '../../shared/tables/selection'
import { openTable, type Reader, type Table } from '../../shared/tables/table'
import { type Cell, type CellError, cellError, isCellError, type Matrix } from '../../shared/values'
import type { Tables } from '../support/database'
import { hostileTables } from '../support/hostile-tables'
import { serial } from '../support/tables'

type Judged = Readonly<Record<number, true | CellError>>

function judgedBy(select: Select, last: number): Judged {
  const judged: Record<number, true | CellError> = {}
  inBlocks(last, (block, count) => {
    const kept = select(block, count, (row, error) => {
      expect(judged[row]).toBe(undefined)
      judged[row] = error
    })
    const rows = [...block.slice(0, kept)]
    expect(rows).toEqual([...rows].sort((a, b) => a - b))
    for (const row of rows) {
      expect(judged[row]).toBe(undefined)
      judged[row] = true
    }
  })
  return judged
}

function judgedRowByRow({ last, read }: Rows, rule: string): Judged {
  const holds = read(rule)
  const judged: Record<number, true | CellError> = {}
  for (let row = 1; row <= last; row++) {
    const found = caught(() => holds(row))
    if (found === true || isCellError(found)) judged[row] = found as true | CellError
  }
  return judged
}

/** Some are only ever said by a call. */
const terms = { ...builtInTerms, 'pipeline.stale_days': 30 }

function openedRows(tables: Tables, source: RowSource): Rows | CellError {
  const opened = Object.values(tables).map((matrix, index) => openTable(matrix as Matrix, index + 1))
  const fit = opened.filter((table): table is Table => !isCellError(table))
  const context = contextOf(new Map(fit.map(table => [table.schema.name, table])), terms, undefined)
  context.period = { from: serial('2026-01-01'), to: serial('2026-03-31') }
  return caught(() => context.rows(source))
}

test('every rule selects the rows for which it is true, and refuses those that it cannot read, as row by row', () => {
  const sources: readonly RowSource[] = ['leads', 'deals', 'costs', 'subscriptions', 'surveys', 'credits']
  fc.assert(
    fc.property(hostileTables, tables => {
      for (const source of sources) {
        for (const rule of Object.keys(rulesOf(source))) {
          // Each in a context of its own: what one has worked out must not help the other.
          const [rows, others] = [openedRows(tables, source), openedRows(tables, source)]
          if (isCellError(rows) || isCellError(others)) continue
          const select = caught(() => selectionOf(rows.compiled(rule)))
          const expected = caught(() => judgedRowByRow(others, rule))
          if (isCellError(select)) expect(select).toEqual(expected)
          else expect([rule, judgedBy(select, rows.last)]).toEqual([rule, expected])
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('conditions are joined as their words say, in tables of several blocks', () => {
  const refusing = cellError('#N/A', 'a row that cannot be read')
  const multiples = (of: number) =>
    byRow(row => {
      if (row % (of * 17) === 0) throw refusing
      return row % of === 0
    })
  const last = blockSize * 2 + 100
  const [not, or] = [judgedBy(except(multiples(2)), last), judgedBy(either(multiples(2), multiples(3)), last)]
  for (let row = 1; row <= last; row++) {
    const second = row % 51 === 0 ? refusing : row % 3 === 0 ? true : undefined
    expect([row, not[row]]).toEqual([row, row % 34 === 0 ? refusing : row % 2 === 0 ? undefined : true])
    expect([row, or[row]]).toEqual([row, row % 34 === 0 ? refusing : row % 2 === 0 ? true : second])
  }
})

describe('a condition on one column', () => {
  const fail = () => {
    throw new RangeError('no row is refused')
  }
  /** The rows that are kept, and those of which the condition itself was asked. */
  const kept = (
    column: Column,
    choose: (column: Column, read: Reader) => Select,
    holds: readonly number[],
  ) => {
    const asked: number[] = []
    const select = choose(column, row => {
      asked.push(row)
      return holds.includes(row) ? true : null
    })
    const rows = Int32Array.from({ length: column.rows.length - 1 }, (_, index) => index + 1)
    return { kept: [...rows.slice(0, select(rows, rows.length, fail))], asked }
  }
  const cells = ['x', ' y', '', null, undefined, 45_000, 0, 3e6]
  const rows = [['header'], ...cells.map(cell => (cell === undefined ? [] : [cell]))]

  test.each<[ColumnType, number[], number[]]>([
    ['text', [1, 2, 6], [2, 3, 7, 8]],
    ['id', [1, 2, 6], [2, 3, 7, 8]],
    ['period', [1, 2, 6], [2, 3, 7, 8]],
    ['date', [2, 6], [1, 2, 3, 7, 8]],
    ['number', [2, 6], [1, 2, 3, 7, 8]],
  ])('a filled cell of type %s shows at a glance that it is', (type, filled, asked) => {
    expect(kept({ rows, place: 0, type }, byPresence, [2])).toEqual({ kept: filled, asked })
  })

  test('is asked once for each cell that differs, up to a thousand of them', () => {
    const few = ['a', 'b', 'a', null, 'b', null]
    const column = (values: readonly Cell[]): Column => ({
      rows: [['header'], ...values.map(value => [value])],
      place: 0,
      type: 'text',
    })
    expect(kept(column(few), byCell, [2])).toEqual({ kept: [2, 5], asked: [1, 2, 4] })
    const many = Array.from({ length: 1002 }, (_, index) => `${index}`)
    const { asked } = kept(column([...many, ...many]), byCell, [])
    expect(asked.slice(1002)).toEqual([2003, 2004])
  })

  test('is asked no more often than its value can differ', () => {
    const rows = [['header'], ['a'], ['b'], ['a'], ['a']]
    const column: Column = { rows, place: 0, type: 'text' }
    const asked = (known: Pick<Compiled, 'fixed' | 'only'>): number =>
      kept(column, (_, read) => selectionOf({ read, ...known }), []).asked.length
    expect([asked({ fixed: true }), asked({ only: column }), asked({})]).toEqual([1, 2, 4])
  })

  test('what is no fault of a cell is not hidden', () => {
    const broken = byRow(() => {
      throw new RangeError('broken')
    })
    expect(() => broken(Int32Array.of(1), 1, () => undefined)).toThrow('broken')
  })
})
