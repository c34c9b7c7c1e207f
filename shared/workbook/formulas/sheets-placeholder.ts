import { type Expression, within } from './formula-in-cell'

/** What Google Sheets wrote into an xlsx file in place of a formula that Excel has not. */
export type Placeholder =
  /** The formula as it stood in Google Sheets. */
  | { readonly formula: string }
  /** A further cell of an array: the formula that spilled into it stands elsewhere. */
  | 'spilled'

/**
 * Google Sheets saves a formula with a function that Excel does not have as
 * `IFERROR(__xludf.DUMMYFUNCTION("the formula"), its last value)`: the cell shows the value for good and computes
 * nothing. Undefined for any other formula.
 */
export function sheetsPlaceholder(expression: Expression): Placeholder | undefined {
  const [dummy] = isCall(expression, 'IFERROR') ? expression.args : []
  // Excel puts an @ before what it does not know.
  const call = dummy?.kind === 'unary' && dummy.operator === '@' ? dummy.operand : dummy
  const [written] = call && isCall(call, '__XLUDF.DUMMYFUNCTION') ? call.args : []
  const text = written && textOf(written)
  if (text === undefined) return undefined
  return text === '"COMPUTED_VALUE"' ? 'spilled' : { formula: `=${text}` }
}

function isCall(expression: Expression, name: string): expression is Extract<Expression, { kind: 'call' }> {
  return expression.kind === 'call' && expression.name.toUpperCase() === name
}

/** A text, which is written as several joined by & where it is longer than Excel lets one be. */
function textOf(expression: Expression): string | undefined {
  const parts = [...within(expression)].filter(({ kind }) => kind !== 'binary')
  const texts = parts.map(part => (part.kind === 'text' ? part.value : undefined))
  return texts.includes(undefined) ? undefined : texts.join('')
}
