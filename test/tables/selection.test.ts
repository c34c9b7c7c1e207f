import fc from 'fast-check'
import { builtInTerms } from '../../shared/definitions/terms'
import { caught } from '../../shared/metrics/on-tables/caught'
import { selectionOf } from '../../shared/tables/compiled'
import { hashed, mapped } from '../../shared/tables/derived/names'
import { rulesOf } from '../../shared/tables/row-rules/index'
import { contextOf, type RowSource, type Rows } from '../../shared/tables/rows'
import { blockSize, byRow, either, except, inBlocks, type Select } from '../../shared/tables/selection'
import { openTable, type Table } from '../../shared/tables/table'
import { type CellError, cellError, isCellError, type Matrix } from '../../shared/values'
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

test('names are found alike in few rows and in many', () => {
  const texts = ['Ana', 'ana', 'ANA ', 'İ', 'i̇', 'K', 'k', 'Straße', 'STRASSE', 'Ç', 'ç', '', 'x', 'X']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...texts), { maxLength: 200 }), fc.boolean(), (names, fold) => {
      const nameOf = (row: number): string => names[row - 1] as string
      const [few, many] = [mapped(fold), hashed(4, nameOf, fold)]
      for (let row = 1; row <= names.length; row++) {
        const name = nameOf(row)
        const first = few.firstOf(row, name, few.hashOf(name))
        expect(many.firstOf(row, name, many.hashOf(name))).toBe(first)
        if (row % 3 > 0) continue
        few.replaceFirst(row)
        many.replaceFirst(row)
      }
    }),
  )
})
