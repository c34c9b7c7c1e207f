import type { Argument, Result } from './values'
import { cellError, isMatrix } from './values'

export interface FunctionParameter {
  readonly name: string
  readonly about: string
  /** `number` and `choice` take a cell or, element by element, a range; `range` and `table` take a range whole. */
  readonly kind: 'number' | 'choice' | 'range' | 'table' | 'text' | 'date'
  readonly unit: string
  readonly optional: boolean
  readonly choices?: readonly string[]
  /** Only the last parameter may repeat. */
  readonly repeating?: boolean
}

/** What a host registers: a name, its help and a pure function. */
export interface SpreadsheetFunction {
  readonly name: string
  readonly category: string
  readonly about: string
  readonly parameters: readonly FunctionParameter[]
  /** A call that can be typed as it stands, without the equals sign. */
  readonly example: string
  /** Never throws; an error is a value. `args` may be shorter than the parameters. */
  readonly compute: (args: readonly Argument[]) => Result
}

export const functions: readonly SpreadsheetFunction[] = [
  {
    name: 'ROI',
    category: 'Return on investment',
    about: 'Provisional.',
    parameters: [
      { name: 'returns', about: 'What came back', kind: 'number', unit: 'money', optional: false },
      { name: 'cost', about: 'What was paid', kind: 'number', unit: 'money', optional: false },
    ],
    example: 'ROI(5000, 1000)',
    compute: ([returns, cost]) => {
      if (isMatrix(returns))
        return returns.map(row => row.map(cell => (Number(cell) - Number(cost)) / Number(cost)))
      if (cost === 0) return cellError('#DIV/0!', 'cost is 0: ROI needs a cost above 0')
      return (Number(returns) - Number(cost)) / Number(cost)
    },
  },
]
