import { formatOf } from '../../shared/workbook/set-up/scorecard-looks'
import type { Content, Look } from '../../shared/workbook/steps'
import { type Asked, declared, f, label, metric, prior } from './formulas'
import { at, type Drawn, type Part } from './page'

/** A metric as a big figure, with what it is by the definitions beneath. */
export interface Tile extends Asked {
  readonly metric: string
  readonly title?: string
  /** In place of the metric of the workbook's tables. */
  readonly formula?: string
  readonly format?: NonNullable<Look['format']>
  /** A line beneath the figure in place of the change on the period before; `''` for none. */
  readonly beneath?: string
  /** Where other formulas find the figure. */
  readonly anchor?: string
}

/** Tiles beside each other, a narrow column between them. */
export const tiles =
  (...row: readonly Tile[]): Part =>
  (corner): Drawn => {
    const place = (index: number, line: number) => at(corner, line, 2 * index)
    const line = (content: (tile: Tile, index: number) => Content) =>
      row.flatMap((tile, index) => [...(index > 0 ? [null] : []), content(tile, index)])
    const address = (index: number) => `{${anchorOf(row[index] as Tile)}}`
    return {
      cells: [
        line(tile => tile.title ?? declared(tile.metric).title),
        line(tile => f(tile.formula ?? metric(tile.metric, tile))),
        line((tile, index) => beneath(tile, address(index))),
        line(tile => f(label(tile.metric, tile))),
      ],
      looks: row.flatMap((tile, index) => {
        const format = tile.format ?? formatOf(declared(tile.metric).unit)
        return [
          [place(index, 0), { weight: 'strong', fill: 'tile' }],
          [place(index, 1), { weight: 'figure', fill: 'tile', align: 'left', format }],
          [place(index, 2), { weight: 'plain', fill: 'tile', wrap: true }],
          [place(index, 3), { weight: 'quiet', fill: 'tile', wrap: true }],
        ] as const
      }),
      anchors: Object.fromEntries(row.map((tile, index) => [anchorOf(tile), place(index, 1)])),
    }
  }

const anchorOf = (tile: Tile): string => tile.anchor ?? `tile.${tile.metric.toLowerCase()}`

/** Whether the figure improved; nothing of what is neither good nor bad. */
function beneath(tile: Tile, figure: string): Content {
  if (tile.beneath !== undefined) return tile.beneath === '' ? null : f(tile.beneath)
  const { better } = declared(tile.metric)
  if (better === 'neither' || tile.formula !== undefined) return null
  const before = metric(tile.metric, { ...tile, over: prior })
  return f(`METRIC_CHANGE(${figure},${before},"text","${better}")&" on "&PRIOR`)
}
