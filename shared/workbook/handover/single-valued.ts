import { type Expression, partsOf } from '../formulas/formula-in-cell'
import { locate } from '../formulas/locate'
import type { Overview } from '../steps'

/** Functions of the spreadsheet that give one value, each with the arguments that may be ranges all the same. */
const places: Record<string, (place: number) => boolean> = {}
const enter = (names: string, takes: (place: number) => boolean): void => {
  for (const name of names.split(' ')) places[name] = takes
}
enter(
  'SUM AVERAGE MEDIAN COUNT COUNTA COUNTBLANK MIN MAX PRODUCT SUMPRODUCT SUBTOTAL ROWS COLUMNS',
  () => true,
)
enter('LARGE SMALL PERCENTILE QUARTILE RANK COUNTIF', place => place === 0)
enter('SUMIF AVERAGEIF', place => place !== 1)
enter('SUMIFS AVERAGEIFS MINIFS MAXIFS', place => place === 0 || place % 2 === 1)
enter('COUNTIFS', place => place % 2 === 0)
enter('VLOOKUP HLOOKUP MATCH', place => place === 1)
enter('XLOOKUP', place => place === 1 || place === 2)
enter('IF IFERROR IFNA AND OR NOT ABS ROUND ROUNDUP ROUNDDOWN INT MOD N VALUE', () => false)
enter('DATE TIME YEAR MONTH DAY EDATE EOMONTH WEEKDAY TODAY NOW', () => false)

/** Whether it is sure that a part of a formula gives one value, whatever the spreadsheet makes of ranges. */
export function isSingleValued(expression: Expression, sheet: string, overview: Overview): boolean {
  switch (expression.kind) {
    case 'array':
    case 'other':
      return false
    case 'name':
    case 'reference': {
      const area = locate(expression, sheet, overview)
      return area !== undefined && area.top === area.bottom && area.left === area.right
    }
    case 'call': {
      const takesRange = places[expression.name.replace(/^_xlfn\./i, '').toUpperCase()]
      return (
        takesRange !== undefined &&
        expression.args.every((argument, place) => {
          const isRange = argument.kind === 'reference' || argument.kind === 'name'
          return (isRange && takesRange(place)) || isSingleValued(argument, sheet, overview)
        })
      )
    }
    default:
      return partsOf(expression).every(part => isSingleValued(part, sheet, overview))
  }
}
