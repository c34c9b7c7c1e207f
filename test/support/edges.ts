import { readdirSync, readFileSync } from 'node:fs'
import type { Argument, Cell } from '../../shared/values'

/** What a call gives at the edge of a metric's domain, or just inside it. */
export interface Edge {
  /** As it is written in `test/metrics/edges`. */
  readonly line: string
  readonly call: string
  readonly args: readonly Argument[]
  readonly expected: Cell | readonly Cell[]
}

/** From the root of the project, where everything is run. */
const folder = 'test/metrics/edges'

/** All edges, one a line: `ROI(5000, 0) is #DIV/0!: cost is 0`; `null` is a blank, `[1, 2]` a range. */
export const edges: readonly Edge[] = readdirSync(folder)
  .flatMap(file => readFileSync(`${folder}/${file}`, 'utf8').split('\n'))
  .filter(line => line !== '')
  .map(read)

function read(line: string): Edge {
  const [, call = '', args = '', expected = ''] = /^([A-Z_]+)\((.*)\) is (.*)$/.exec(line) ?? []
  return { line, call, args: JSON.parse(`[${args}]`).map(argument), expected: answer(expected) }
}

function argument(written: Cell | readonly Cell[]): Argument {
  return Array.isArray(written) ? written.map(item => [cell(item)]) : cell(written as Cell)
}

function cell(written: Cell): Cell {
  const isDate = /^\d{4}-\d\d-\d\d/.test(String(written))
  return isDate ? Date.parse(`${written}Z`) / 86_400_000 + 25_569 : written
}

function answer(written: string): Edge['expected'] {
  const [, error, reason] = /^(#[A-Z/0!]+): (.*)$/.exec(written) ?? []
  return error === undefined ? JSON.parse(written) : ({ error, reason } as Cell)
}
