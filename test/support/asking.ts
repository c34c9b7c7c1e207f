import { formulas } from '../../shared/formulas'
import { metricOnTables } from '../../shared/metrics/on-tables/metric-function'
import type { Argument, Cell, Matrix, Result } from '../../shared/values'
import { definitions } from './definitions'
import { coreMatrix, sampleTable, serial } from './tables'

export const [leads, deals, costs] = (['leads', 'deals', 'costs'] as const).map(name =>
  coreMatrix(sampleTable(name)),
) as [Matrix, Matrix, Matrix]

/** The first quarter of 2026, in which the samples lie. */
export const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]

/** A day of 2026. */
export const day = (text: string): number => serial(`2026-${text}`)

/** A small table from its header and rows. */
export function table(header: string, ...rows: Cell[][]): Matrix {
  return [header.split(' '), ...rows]
}

export interface Options {
  readonly from?: Argument
  readonly to?: Argument
  readonly where?: string
  /** `2026-03-31` */
  readonly asOf?: string
  readonly terms?: Readonly<Record<string, Cell>>
}

/** METRIC of the quarter, unless the options say otherwise. */
export function ask(metric: Argument, tables: readonly Matrix[], options: Options = {}): Result {
  const { where = '', asOf, terms } = options
  return metricOnTables([
    metric,
    'from' in options ? options.from : from,
    'to' in options ? options.to : to,
    where,
    asOf === undefined ? '' : serial(asOf),
    terms === undefined ? '' : definitions(terms),
    ...tables,
  ])
}

/** A formula as a cell calls it. */
export function call(name: string, ...args: Argument[]): Result | undefined {
  return formulas.find(formula => formula.name === name)?.compute(args)
}

export const fails = (error: string, says = '') => ({ error, reason: expect.stringContaining(says) })
