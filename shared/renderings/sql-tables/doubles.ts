import { type Dialect, infix, symbols, usualLevels } from '../render'
import type { SqlDialect } from './dialect'

const { '^': _power, ...levels } = usualLevels

/** Formulas in SQL of doubles: null where something is divided by 0. */
export function inDoubles(dialect: SqlDialect, name: (name: string) => string): Dialect {
  const { types, text, least, greatest } = dialect
  // Sums of doubles that are one number may differ in their last digits.
  const compared = (symbol: string) => (left: string, right: string) =>
    `cast(${left} - (${right}) as ${types.decimal}) ${symbol} 0`
  const comparisons = ['=', '<>', '<', '<=', '>', '>='] as const
  return {
    // Of whole numbers some databases give whole quotients.
    number: own => `cast(${own} as ${types.double})`,
    text,
    name: own => `cast(${name(own)} as ${types.double})`,
    not: operand => `not (${operand})`,
    operators: {
      ...symbols(' '),
      ...Object.fromEntries(comparisons.map(symbol => [symbol, compared(symbol)])),
      and: infix(' and '),
      or: infix(' or '),
      '/': (left, right) => `${left} / nullif(${right}, 0)`,
      '^': (left, right) => `power(${left}, ${right})`,
    },
    levels,
    calls: {
      if: (condition, yes, no) => `case when ${condition} then ${yes} else ${no} end`,
      min: least,
      max: greatest,
      abs: value => `abs(${value})`,
      floor: value => `floor(${value})`,
    },
  }
}
