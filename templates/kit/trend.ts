import { type Area, columnLetters } from '../../shared/workbook/area'
import { formatOf } from '../../shared/workbook/set-up/scorecard-looks'
import type { Look } from '../../shared/workbook/steps'
import { type Asked, declared, f, label, metric } from './formulas'
import { at, type Corner, type Part } from './page'

/** A metric in each period, a row of the trend. */
export interface Trended extends Asked {
  readonly metric: string
  readonly title?: string
  readonly format?: NonNullable<Look['format']>
}

/** Periods side by side, the last one first given: each metric a row of numbers, what it is beneath its name. */
export const trend =
  (options: {
    readonly grain: 'quarter' | 'week'
    readonly periods: number
    /** A day of the last period. */
    readonly last: string
    /** Begins the anchors of the rows: `quarters` of `quarters.win_rate`. */
    readonly anchor: string
    readonly rows: readonly Trended[]
  }): Part =>
  corner => {
    const { grain, periods, last, anchor, rows } = options
    const columns = Array.from({ length: periods }, (_, index) => columnLetters(corner.left + 1 + index))
    const [nameRow, fromRow, toRow] = [corner.top + 1, corner.top + 2, corner.top + 3]
    const dayIn = (index: number): string =>
      index === periods - 1 ? last : `${columns[index + 1]}${fromRow}-1`
    const numbers = (row: Trended) =>
      columns.map(letter =>
        f(
          metric(row.metric, {
            ...row,
            over: { name: '', from: `${letter}$${fromRow}`, to: `${letter}$${toRow}` },
          }),
        ),
      )
    const latest = { name: `$${columns[periods - 1]}$${nameRow}`, from: '', to: '' }
    return {
      cells: [
        [
          grain === 'week' ? 'Week' : 'Quarter',
          ...columns.map(letter => f(`FISCAL_PERIOD(${letter}${fromRow},"${grain}",DEFINITIONS)`)),
        ],
        [
          'First day',
          ...columns.map((_, index) => f(`PERIOD_START(${dayIn(index)},"${grain}",DEFINITIONS)`)),
        ],
        ['Last day', ...columns.map(letter => f(`PERIOD_END(${letter}${fromRow},"${grain}",DEFINITIONS)`))],
        ...rows.flatMap(row => [
          [row.title ?? declared(row.metric).title, ...numbers(row)],
          [f(label(row.metric, { ...row, over: latest }))],
        ]),
      ],
      looks: [
        [at(corner, 0, 0, 1, periods + 1), { weight: 'header' }],
        [at(corner, 0, 1, 1, periods), { align: 'right' }],
        [at(corner, 1, 0, 2, periods + 1), { weight: 'quiet' }],
        [at(corner, 1, 1, 2, periods), { format: 'date', align: 'right' }],
        ...rows.flatMap((row, index) => {
          const format = row.format ?? formatOf(declared(row.metric).unit)
          return [
            [at(corner, 3 + 2 * index, 0), { weight: 'strong' }],
            [at(corner, 3 + 2 * index, 1, 1, periods), { format }],
            [at(corner, 4 + 2 * index, 0), { weight: 'quiet' }],
          ] as const
        }),
      ],
      anchors: {
        ...rowAnchors(corner, `${anchor}.periods`, 0, periods),
        ...rowAnchors(corner, `${anchor}.from`, 1, periods),
        ...rowAnchors(corner, `${anchor}.to`, 2, periods),
        ...Object.assign(
          {},
          ...rows.map((row, index) =>
            rowAnchors(corner, `${anchor}.${row.metric.toLowerCase()}`, 3 + 2 * index, periods),
          ),
        ),
      },
    }
  }

/** A row by its name, and each of its cells by its place: `quarters.win_rate.0`. */
function rowAnchors(
  corner: Corner,
  name: string,
  row: number,
  periods: number,
): Readonly<Record<string, Area>> {
  const cells = Array.from(
    { length: periods },
    (_, index) => [`${name}.${index}`, at(corner, row, 1 + index)] as const,
  )
  return { [name]: at(corner, row, 1, 1, periods), ...Object.fromEntries(cells) }
}
