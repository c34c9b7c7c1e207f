import { functionArity, type Tree } from '../formula/tree'
import { type Dialect, render, symbols, usualLevels } from './render'

const call =
  (name: string) =>
  (...args: string[]) =>
    `${name}(${args.join(', ')})`

/** The formula language itself, as it is written. */
export const formulaLanguage: Dialect = {
  number: text => text,
  text: text => `"${text}"`,
  name: name => name,
  not: operand => `not (${operand})`,
  operators: symbols(' '),
  levels: usualLevels,
  calls: Object.fromEntries(Object.keys(functionArity).map(name => [name, call(name)])),
}

/** A tree as the formula that gives it. */
export function sourceOf(tree: Tree): string {
  return render(tree, formulaLanguage)
}
