import { formulas } from '../../formulas'
import { type Expression, partsOf } from './formula-in-cell'

export type Call = Extract<Expression, { kind: 'call' }>

/** A call of one of our functions within a formula. */
export interface OwnCall {
  readonly call: Call
  /** As the catalogue has it. */
  readonly name: string
  /** In how many of our calls it stands. */
  readonly depth: number
}

const known: ReadonlySet<string> = new Set(formulas.map(({ name }) => name))

/** Which of our functions is meant, with whatever a host or a file puts before its name; undefined for none. */
export function ownName(written: string): string | undefined {
  const name = written.replace(/^(_xll\.)?(_xldudf_PLUMB_|PLUMB\.)/i, '').toUpperCase()
  return known.has(name) ? name : undefined
}

/** All calls of ours, each before those within it. */
export function ownCalls(expression: Expression, depth = 0): readonly OwnCall[] {
  const name = expression.kind === 'call' ? ownName(expression.name) : undefined
  const inner = partsOf(expression).flatMap(part => ownCalls(part, name === undefined ? depth : depth + 1))
  return name === undefined ? inner : [{ call: expression as Call, name, depth }, ...inner]
}

/** Those that stand in no other call of ours. */
export function outermostCalls(calls: readonly OwnCall[]): readonly OwnCall[] {
  return calls.filter(({ depth }) => depth === 0)
}

/** The names that LET and LAMBDA give, in capitals: they hide those of the workbook. */
export function namesGiven(expression: Expression): readonly string[] {
  const inner = partsOf(expression).flatMap(namesGiven)
  if (expression.kind !== 'call') return inner
  const called = expression.name.replace(/^_xlfn\./i, '').toUpperCase()
  if (called !== 'LET' && called !== 'LAMBDA') return inner
  const places = expression.args.slice(0, -1).filter((_, place) => called === 'LAMBDA' || place % 2 === 0)
  const given = places.flatMap(part =>
    part.kind === 'name' ? [part.name.replace(/^_xlpm\./i, '').toUpperCase()] : [],
  )
  return [...given, ...inner]
}
