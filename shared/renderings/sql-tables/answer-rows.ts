import type { Measure } from '../../metrics/metric'
import type { Asked, Taken } from '../../metrics/on-tables/measure'
import { type ByKey, type Found, nothingOf, type Part } from '../../metrics/on-tables/part'
import { type CellError, cellError, type ErrorCode } from '../../values'
import type { Placed } from './pass'
import { standingFor } from './summed'

/** A row of what the database answers: a measure in a period and group, and of a value of the column that takes it apart. */
export interface AnswerRow {
  readonly measure: number
  /** Null where nothing can be told in any period. */
  readonly period: number | null
  /** Null where what is wrong may belong to any group. */
  readonly group: string | null
  readonly key: string | null
  readonly n: number | bigint
  /** Decimal digits. */
  readonly sum: string | null
  readonly values: readonly number[] | null
  /** The code of an error and its reason. */
  readonly refused: string | null
}

/** What was measured, as the core takes it; `failed` says of which measures nothing can be asked, and why. */
export function takenFrom(
  rows: readonly AnswerRow[],
  asked: Asked,
  placed: readonly (Placed | CellError)[],
): Taken {
  const places = new Map(placed.flatMap((one, index) => ('place' in one ? [[one.place, index]] : [])))
  const spellings: string[] = []
  const groupAt = new Map<string, number>()
  const found = new Map<string, AnswerRow[]>()
  const at = (measure: number, period: number | null, group: number | null): string =>
    `${measure} ${period} ${group}`
  const failed = new Set(rows.filter(({ period }) => period === null).map(row => Number(row.measure)))
  for (const row of rows) {
    const measure = places.get(Number(row.measure))
    // Where nothing can be told of a measure, neither are its groups.
    if (measure === undefined || (row.period !== null && failed.has(Number(row.measure)))) continue
    const group = row.group === null ? null : groupOf(row.group)
    const key = at(measure, row.period === null ? null : Number(row.period), group)
    const others = found.get(key)
    if (others) others.push(row)
    else found.set(key, [row])
  }

  function groupOf(spelling: string): number {
    const folded = spelling.toLowerCase()
    const known = groupAt.get(folded) ?? spellings.push(spelling) - 1
    groupAt.set(folded, known)
    return known
  }

  return {
    groups: asked.by === undefined ? [''] : spellings,
    part: (index, period, group) => {
      const one = placed[index] as Placed | CellError
      if (!('place' in one)) return one
      const own = found.get(at(index, period, asked.by === undefined ? groupOf('') : group)) ?? []
      const spoiling = [
        ...(found.get(at(index, period, null)) ?? []),
        ...(found.get(at(index, null, null)) ?? []),
      ]
      const wrong = [...own, ...spoiling].find(({ refused }) => refused !== null)
      return wrong ? errorOf(wrong.refused as string) : partOf(one, own)
    },
  }
}

function errorOf(refused: string): CellError {
  const space = refused.indexOf(' ')
  return cellError(refused.slice(0, space) as ErrorCode, refused.slice(space + 1))
}

function partOf({ measure, isSummed }: Placed, rows: readonly AnswerRow[]): Part {
  if (measure.per === undefined) return rows[0] ? foundIn(rows[0], measure, isSummed) : nothingOf(measure)
  const byKey: [string, Found][] = rows.map(row => [row.key as string, foundIn(row, measure, isSummed)])
  return new Map(byKey) satisfies ByKey
}

function foundIn({ n, sum, values }: AnswerRow, measure: Measure, isSummed: boolean): Found {
  if (measure.value === undefined) return Number(n)
  return isSummed ? standingFor(sum ?? '0', Number(n)) : (values ?? [])
}
