import { defaults } from '../definitions/defaults'
import type { Inputs } from '../formula/evaluate'
import { nearest } from '../nearest'
import type { TableName } from '../tables/schema'
import { openTable, type Table } from '../tables/table'
import { parseWhere } from '../tables/where'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  type Matrix,
  type Result,
  shown,
} from '../values'
import { refuseDefinitions } from './arguments'
import { compute } from './compute'
import { type Part, type Period, takeMeasures } from './measure'
import { isOnTables, keyOf, measuresOf, metricsByName, namesOnTables, tablesNeeded } from './measured'
import type { Measure, Metric } from './metric'

/**
 * METRIC(metric, from, to, where, as_of, definitions, table1, [table2], …): any metric of any tables, under the
 * built-in definitions. Several metrics and periods spill as metrics × periods, or as periods × metrics where the
 * periods stand in a column and the metrics do not.
 */
export function metricOnTables(args: readonly Argument[]): Result {
  const [name, from, to, where, asOf, definitions, ...tableArguments] = args
  const names = listOf(name)
  const periods = periodsOf(from, to)
  if (isCellError(periods)) return periods
  const conditions = parseWhere(singleOf(where))
  if (isCellError(conditions)) return conditions
  const known = singleOf(asOf)
  if (isCellError(known)) return known
  const lastDay = isBlank(known) ? Number.MAX_SAFE_INTEGER : dayOf('as_of', known)
  if (isCellError(lastDay)) return lastDay
  const refused = refuseDefinitions(definitions)
  if (refused) return refused
  const tables = tablesOf(tableArguments)
  if (isCellError(tables)) return tables

  const wanted = names.map(metricNamed)
  const measures = new Map<string, Measure>()
  for (const metric of wanted) {
    if (!isCellError(metric)) for (const measure of measuresOf(metric)) measures.set(keyOf(measure), measure)
  }
  const context = { tables, terms: defaults, asOf: lastDay }
  const taken = takeMeasures([...measures.values()], periods, context, conditions)
  const keys = [...measures.keys()]
  const rows = wanted.map(metric =>
    periods.map((_, index): Cell => {
      if (isCellError(metric)) return metric
      const missing = missingTable(metric, tables)
      if (missing) return missing
      return computeFrom(metric, measure => taken[keys.indexOf(keyOf(measure))]?.[index] as Part)
    }),
  )
  return arranged(rows, isMatrix(name) && name.length > 1, isMatrix(from) && from.length > 1)
}

function arranged(rows: Matrix, metricsDown: boolean, periodsDown: boolean): Result {
  if (rows.length === 1 && rows[0]?.length === 1) return rows[0][0] as Cell
  if (!periodsDown || metricsDown) return rows
  return (rows[0] ?? []).map((_, column) => rows.map(row => row[column] as Cell))
}

/** Blank names are kept, as an error of their own, so that the rows of a list stay where they are. */
function metricNamed(cell: Cell | undefined): Metric | CellError {
  if (isCellError(cell)) return cell
  if (isBlank(cell)) return cellError('#VALUE!', `metric is blank: name one, such as ${namesOnTables()[0]}`)
  const name = String(cell).trim().toUpperCase()
  const metric = metricsByName.get(name)
  if (!metric) {
    const close = nearest(name, namesOnTables())
    const hint =
      close.length > 0 ? `did you mean ${close.join(', ')}?` : `METRIC knows ${namesOnTables().join(', ')}`
    return cellError('#VALUE!', `there is no metric “${String(cell).slice(0, 40)}”: ${hint}`)
  }
  if (isOnTables(metric)) return metric
  const call = `${name}(${Object.keys(metric.parameters).join(', ')})`
  return cellError('#VALUE!', `${name} is not computed from tables: type =${call}`)
}

function missingTable(metric: Metric, tables: ReadonlyMap<TableName, Table>): CellError | undefined {
  const missing = tablesNeeded(metric).filter(name => !tables.has(name))
  if (missing.length === 0) return undefined
  const named = missing.map(name => name.toUpperCase()).join(' and ')
  return cellError('#VALUE!', `${metric.name} needs the table ${named}: give it after definitions`)
}

function computeFrom(metric: Metric, partOf: (measure: Measure) => Part): number | string | CellError {
  const inputs: Record<string, Inputs[string]> = {}
  for (const [name, parameter] of Object.entries(metric.parameters)) {
    if ('choices' in parameter && parameter.default !== undefined) inputs[name] = parameter.default
    if (!('measured' in parameter) || !parameter.measured) continue
    const source = 'metric' in parameter.measured ? metricsByName.get(parameter.measured.metric) : undefined
    const part = source ? computeFrom(source, partOf) : partOf(parameter.measured as Measure)
    if (isCellError(part)) return part
    inputs[name] = part
  }
  return compute(metric, inputs)
}

function tablesOf(tableArguments: readonly Argument[]): ReadonlyMap<TableName, Table> | CellError {
  const tables = new Map<TableName, Table>()
  for (const [index, argument] of tableArguments.entries()) {
    if (isBlank(argument)) continue
    const table = openTable(argument, index + 1)
    if (isCellError(table)) return table
    if (tables.has(table.schema.name)) {
      return cellError('#VALUE!', `two of the tables are ${table.schema.name}: give each table once`)
    }
    tables.set(table.schema.name, table)
  }
  if (tables.size > 0) return tables
  return cellError('#VALUE!', 'no table is given: put LEADS, DEALS or COSTS after definitions')
}

function periodsOf(from: Argument, to: Argument): readonly Period[] | CellError {
  const [starts, ends] = [listOf(from), listOf(to)]
  if (starts.length !== ends.length) {
    return cellError(
      '#VALUE!',
      `from has ${starts.length} dates, to has ${ends.length}: give as many of each`,
    )
  }
  const periods: Period[] = []
  for (const [index, start] of starts.entries()) {
    const [first, last] = [dayOf('from', start), dayOf('to', ends[index])]
    if (isCellError(first)) return first
    if (isCellError(last)) return last
    if (first > last) return cellError('#NUM!', 'from is after to: a period begins before it ends')
    periods.push({ from: first, to: last })
  }
  return periods
}

function dayOf(name: string, cell: Cell | undefined): number | CellError {
  if (isCellError(cell)) return cell
  if (typeof cell === 'number' && Number.isFinite(cell)) return Math.floor(cell)
  return cellError('#VALUE!', `${name} is ${shown(cell ?? null)}: a date is needed, typed as a date`)
}

function listOf(argument: Argument): readonly (Cell | undefined)[] {
  return isMatrix(argument) ? argument.flat() : [argument]
}

function singleOf(argument: Argument): Cell | undefined {
  return isMatrix(argument) ? argument[0]?.[0] : argument
}
