import { ownCalls } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'

/** A formula with our functions called as one host or another has it: `ROI(…)`, or `PLUMB.ROI(…)` in Excel. */
export function withPrefix(formula: string, prefix: string): string {
  const calls = ownCalls(readFormula(formula)).map(({ call, name }) => ({
    start: call.start,
    written: call.name,
    name,
  }))
  let text = ''
  let at = 0
  for (const { start, written, name } of calls.sort((one, other) => one.start - other.start)) {
    text += `${formula.slice(at, start)}${prefix}${name}`
    at = start + written.length
  }
  return text + formula.slice(at)
}
