import { formatOf } from '../../shared/workbook/set-up/scorecard-looks'
import type { Content } from '../../shared/workbook/steps'
import { type Asked, declared, f, label, metric } from './formulas'
import { at, type Part } from './page'

export interface Figure extends Asked {
  readonly metric: string
  readonly title: string
}

/** Figures below each other, what each is beneath its title: a page that is read like a letter. */
export const figures =
  (anchor: string, ...rows: readonly Figure[]): Part =>
  corner => ({
    cells: rows.flatMap(row => [[row.title, f(metric(row.metric, row))], [f(label(row.metric, row))]]),
    looks: rows.flatMap(
      (row, index) =>
        [
          [at(corner, 2 * index, 0, 1, 2), { weight: 'section', fill: 'tile' }],
          [at(corner, 2 * index, 1), { format: formatOf(declared(row.metric).unit), align: 'right' }],
          [at(corner, 2 * index + 1, 0, 1, 2), { weight: 'quiet', fill: 'tile' }],
        ] as const,
    ),
    anchors: Object.fromEntries(
      rows.map((row, index) => [`${anchor}.${row.metric.toLowerCase()}`, at(corner, 2 * index, 1)]),
    ),
  })

/** A sentence that a formula writes, in letters to be read from afar. */
export const sentence =
  (content: Content): Part =>
  corner => ({ cells: [[content]], looks: [[at(corner, 0, 0), { weight: 'section', wrap: true }]] })
