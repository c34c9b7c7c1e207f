import { isMatrix } from '../../values'
import { argumentValue, type Found, isForeign, type Surroundings } from '../formulas/argument-values'
import { type Expression, partsOf } from '../formulas/formula-in-cell'
import { locate } from '../formulas/locate'
import { type Call, ownName } from '../formulas/own-calls'

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
export function isSingleValued(expression: Expression, around: Surroundings): boolean {
  switch (expression.kind) {
    case 'array':
    case 'other':
      return false
    case 'name':
    case 'reference': {
      const area = locate(expression, around.cell.sheet, around.overview)
      return area !== undefined && area.top === area.bottom && area.left === area.right
    }
    case 'call':
      return ownName(expression.name) === undefined
        ? isSingleCall(expression, around)
        : isOne(argumentValue(expression, around))
    default:
      return partsOf(expression).every(part => isSingleValued(part, around))
  }
}

function isSingleCall({ name, args }: Call, around: Surroundings): boolean {
  const takesRange = places[name.replace(/^_xlfn\./i, '').toUpperCase()]
  if (takesRange === undefined) return false
  return args.every((argument, place) => {
    const isRange = argument.kind === 'reference' || argument.kind === 'name'
    return (isRange && takesRange(place)) || isSingleValued(argument, around)
  })
}

function isOne(found: Found): boolean {
  return !isForeign(found) && !(isMatrix(found) && (found.length > 1 || (found[0]?.length ?? 0) > 1))
}
