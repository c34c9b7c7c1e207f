import { at, type DrawnChart, type Part } from './page'

/** The one accent of all pages, what stands beside it, and what must not be seen: the foot of a floating column. */
export const colours = { accent: '1F4E5F', second: 'E0A030', third: '8FB3BF', none: 'FFFFFF' } as const

/** A chart without the cells that it covers: its part says. */
export type Drawing = Omit<DrawnChart, 'over'>

const rows = 15

/** Charts beside each other: each as wide as so many columns, one column between them, or of the widths that are listed. */
export const charts =
  (columns: number | readonly number[], ...drawings: readonly Drawing[]): Part =>
  corner => ({
    cells: [],
    rows,
    charts: drawings.map((drawing, index) => {
      if (typeof columns === 'number') {
        return { ...drawing, over: at(corner, 0, index * (columns + 1), rows, columns) }
      }
      const left = columns.slice(0, index).reduce((sum, width) => sum + width, 0)
      return { ...drawing, over: at(corner, 0, left, rows, columns[index]) }
    }),
  })
