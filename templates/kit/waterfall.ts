import { formatOf } from '../../shared/workbook/set-up/scorecard-looks'
import type { Content } from '../../shared/workbook/steps'
import { colours, type Drawing } from './chart'
import { f } from './formulas'
import { at, type Part } from './page'

/** A step of a waterfall: a total stands on the axis, a change goes on from where the step before it ended. */
export interface Step {
  readonly title: string
  /** Of a change with its sign. */
  readonly amount: string
  readonly isTotal?: true
  readonly label?: Content
}

/** The steps with their amounts, what each is, and at the right, in small letters, what the chart stacks. */
export const waterfall =
  (anchor: string, steps: readonly Step[], unit = 'money'): Part =>
  corner => {
    const cell = (column: string, row: number) => `{${anchor}.${column}.${row}}`
    const row = ({ title, amount, isTotal, label }: Step, index: number): Content[] => {
      const before = isTotal || index === 0 ? '0' : cell('ends', index - 1)
      const [from, to, base] = [cell('starts', index), cell('ends', index), cell('foot', index)]
      return [
        title,
        label ?? null,
        f(amount),
        f(before),
        f(`${from}+${cell('amount', index)}`),
        f(`IF(${from}*${to}>0,IF(ABS(${from})<ABS(${to}),${from},${to}),0)`),
        f(`MAX(${from},${to},0)-MAX(${base},0)`),
        f(`MIN(${from},${to},0)-MIN(${base},0)`),
      ]
    }
    const columns = ['title', 'label', 'amount', 'starts', 'ends', 'foot', 'above', 'below']
    return {
      cells: [
        ['Step', 'What it is', 'Amount', 'Starts at', 'Ends at', 'Foot', 'Above 0', 'Below 0'],
        ...steps.map(row),
      ],
      looks: [
        [at(corner, 0, 0, 1, 8), { weight: 'header' }],
        [at(corner, 0, 2, 1, 6), { align: 'right' }],
        [at(corner, 1, 1, steps.length), { weight: 'quiet', wrap: true }],
        [at(corner, 1, 3, steps.length, 5), { weight: 'quiet' }],
        [at(corner, 1, 2, steps.length), { format: formatOf(unit) }],
        [at(corner, 1, 3, steps.length, 5), { format: formatOf(unit) }],
      ],
      anchors: Object.fromEntries(
        columns.flatMap((column, place) => [
          [`${anchor}.${column}`, at(corner, 1, place, steps.length)],
          ...steps.map((_, index) => [`${anchor}.${column}.${index}`, at(corner, 1 + index, place)] as const),
        ]),
      ),
    }
  }

export const waterfallChart = (title: string, anchor: string): Drawing => ({
  kind: 'stacked column',
  title,
  labels: `${anchor}.title`,
  series: [
    { name: 'Foot', values: `${anchor}.foot`, colour: colours.none },
    { name: 'Above 0', values: `${anchor}.above`, colour: colours.accent },
    { name: 'Below 0', values: `${anchor}.below`, colour: colours.second },
  ],
})
