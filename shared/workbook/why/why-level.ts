import { tableFunctions } from '../../metrics/table-functions'
import type { Asked } from '../../renderings/asked'
import { normalised } from '../../tables/headers'
import type { TableName } from '../../tables/schema'
import { openTable } from '../../tables/table'
import { type Argument, type Cell, cellError, isCellError, isMatrix, type Matrix } from '../../values'
import type { Area } from '../area'
import { remedyOf } from '../check/remedy'
import { argumentsOf, computed, isForeign, type Surroundings } from '../formulas/argument-values'
import { askedOfCall, type Element } from '../formulas/asked-call'
import { shownFormula } from '../formulas/formula-locale'
import { locate } from '../formulas/locate'
import type { OwnCall } from '../formulas/own-calls'
import { metricCalled, unitsOf, valueTold } from '../formulas/values-told'
import type { Level, Value } from '../questions'
import { definitionsUsed } from './why-definitions'
import { labelOf, lockedValues, type Records } from './why-locked'
import { calculationOf, partsTold } from './why-parts'
import { rowsLeftOut } from './why-rows'

/** One of our calls within the formula of a cell. */
export interface Asking extends OwnCall {
  readonly formula: string
  /** Which cell of its result is asked about; undefined where something else takes it whole. */
  readonly element: Element | undefined
}

/** Why a call gives what it gives. */
export function levelOf(asking: Asking, around: Surroundings, records: Records): Level {
  const { call, name, depth, formula, element } = asking
  const { locale, now } = around.overview
  const level = {
    ...{ depth, name, call: shownFormula(formula.slice(call.start, call.end), locale) },
    ...nothingTold,
    ...titled(name),
  }
  const args = argumentsOf(call, around)
  const foreign = args.find(isForeign)
  if (foreign) {
    const part = shownFormula(formula.slice(foreign.foreign.start, foreign.foreign.end), locale)
    const reason = `${part.slice(0, 80)} is computed by the spreadsheet: put it into a cell of its own and give that cell, then this can be explained`
    return {
      ...level,
      value: cellError('#N/A', reason),
      foreign: part,
      remedy: remedyOf({ error: '', reason }),
    }
  }
  const given = args as readonly Argument[]
  const result = computed(name, given)
  const place = elementOf(result, element)
  if (!place) return { ...level, value: shapeTold(result) }
  const value = cellAtPlace(result, place)
  const told = { ...level, ...valued(valueTold(value, unitsOf(name, given)(place.row, place.column))) }
  const asked = askedOfCall(name, given, place)
  if (!asked || isCellError(asked)) return told
  const areas = tableAreas(asking, given, around)
  return {
    ...told,
    ...metricTold(asked),
    calculation: localNumbers(calculationOf(asked, given), locale.decimal),
    parts: partsTold(asked),
    leftOut: rowsLeftOut(asked, areas),
    definitions: definitionsUsed(asked, given),
    label: labelOf(asked, definitionsGiven(given), records, Math.floor(now)),
    ofTables: asked.onTables !== undefined,
    ...lockedValues(asked, records),
  }
}

const nothingTold = {
  ...{ calculation: '', parts: [], leftOut: [], definitions: [], label: '', ofTables: false },
} as const

function titled(name: string): Pick<Level, 'title' | 'about'> {
  const declared = metricCalled(name) ?? tableFunctions.find(one => one.name === name)
  return { title: declared?.title ?? name, about: declared?.about ?? '' }
}

/** Of METRIC("WIN_RATE", …) the metric is told, unless it is the team's own and has no title. */
function metricTold({ metric }: Asked): Partial<Level> {
  return { title: metric.title || metric.name, about: metric.about }
}

function valued(value: Value): Pick<Level, 'value'> & Partial<Level> {
  return isCellError(value) ? { value, remedy: remedyOf(value) } : { value }
}

/** Which cell of a result is asked about; undefined where something else takes it whole. */
export function elementOf(result: Argument, element: Element | undefined): Element | undefined {
  return isSpilled(result) ? element : { row: 0, column: 0 }
}

function isSpilled(result: Argument): boolean {
  return isMatrix(result) && (result.length > 1 || (result[0]?.length ?? 0) > 1)
}

function cellAtPlace(result: Argument, { row, column }: Element): Cell | undefined {
  return isMatrix(result) ? result[row]?.[column] : result
}

function shapeTold(result: Argument): Value {
  const [rows, columns] = isMatrix(result) ? [result.length, result[0]?.length ?? 0] : [1, 1]
  return { text: columns === 1 ? `${rows} values` : `${rows} × ${columns} values` }
}

/** Where the tables of a call stand. */
export function tableAreas(
  { call }: Pick<OwnCall, 'call'>,
  args: readonly Argument[],
  { cell, overview }: Surroundings,
) {
  const areas = new Map<TableName, Area>()
  for (const [index, argument] of args.entries()) {
    const area = call.args[index] && locate(call.args[index], cell.sheet, overview)
    if (!area || !isMatrix(argument) || argument.length < 2) continue
    const table = openTable(argument, 1)
    if (!isCellError(table)) areas.set(table.schema.name, area)
  }
  return areas
}

/** The argument that is a table of definitions, by its header. */
export function definitionsGiven(args: readonly Argument[]): Argument {
  return args.find(argument => isMatrix(argument) && hasDefinitionHeader(argument))
}

export function hasDefinitionHeader([header = []]: Matrix): boolean {
  const headers = header.map(normalised)
  return headers.includes('term') && headers.includes('effectivefrom')
}

/** With a comma where people here write one; what stands in quotes is text. */
function localNumbers(calculation: string, decimal: '.' | ','): string {
  if (decimal === '.') return calculation
  return calculation.replace(/"[^"]*"|(\d)\.(\d)/g, (found, whole?: string, part?: string) =>
    whole === undefined ? found : `${whole},${part}`,
  )
}
