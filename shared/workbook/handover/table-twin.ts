import { signatureOf } from '../../metrics/on-tables/own-function'
import { isLast } from '../../metrics/on-tables/table-function'
import type { Asked } from '../../renderings/asked'
import { nativeTableFormula } from '../../renderings/native-tables/native-table-formula'
import { type Argument, isMatrix } from '../../values'
import { type Area, cellAt } from '../area'
import type { Surroundings } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import { definitionsPlace } from '../formulas/definitions-place'
import { locate } from '../formulas/locate'
import type { OwnCall } from '../formulas/own-calls'
import { metricCalled } from '../formulas/values-told'
import { tableAreas } from '../why/why-level'
import { addressFrom } from './arguments-in-text'
import type { Twin, Writing } from './twin'

/**
 * A metric of tables in built-in functions: the period and the last known day stay cells where they stand in cells,
 * what the definitions say is written out.
 */
export function tableTwin(
  { metric, onTables }: Asked,
  own: OwnCall,
  args: readonly Argument[],
  element: Element,
  { around }: Writing,
): Twin {
  if (!onTables) return { none: `${metric.name} is asked of numbers by ${own.name}` }
  const { question, wanted } = onTables
  const [period] = question.periods
  const at = dayPlaces(own, args)
  const day = (place: number | undefined, wanted: number | undefined) =>
    place === undefined ? undefined : cellOf(own, args, place, wanted, element, around)
  const [from, to, asOf] = [day(at.from, period?.from), day(at.to, period?.to), day(at.asOf, question.asOf)]
  const twin = nativeTableFormula({
    ...{ question, wanted, places: tableAreas(own, args, around) },
    cells: { ...(from && { from }), ...(to && { to }), ...(asOf && { asOf }) },
  })
  return 'none' in twin ? twin : { text: twin.formula.slice(1), frozen: [] }
}

interface DayPlaces {
  readonly from?: number
  readonly to?: number
  readonly asOf?: number
}

/** Which arguments of a call are its period and the last known day. */
function dayPlaces({ call, name }: OwnCall, args: readonly Argument[]): DayPlaces {
  if (name === 'METRIC') return { from: 1, to: 2, asOf: 4 }
  if (name === 'METRIC_BY') return { from: 2, to: 3, asOf: 5 }
  const metric = metricCalled(name)
  const isTable = (_: unknown, place: number) => isMatrix(args[place]) && (args[place]?.length ?? 0) > 1
  const tables = call.args.filter(isTable)
  const definitions = metric && definitionsPlace(name, call.args, argument => tables.includes(argument))
  if (!metric || definitions === undefined) return {}
  const signature = signatureOf(metric)
  const between = Object.values(signature.parameters).filter(parameter => !isLast(parameter)).length
  const to = definitions - between - 1
  return { ...(signature.period === 'none' ? {} : { from: to - 1, to }), asOf: definitions + 1 }
}

/** The cell that holds a day, if an argument is cells and the one meant holds that very day. */
function cellOf(
  { call, name }: OwnCall,
  args: readonly Argument[],
  place: number,
  wanted: number | undefined,
  element: Element,
  { cell, overview, cells }: Surroundings,
): string | undefined {
  const argument = call.args[place]
  const area = argument && locate(argument, cell.sheet, overview)
  if (!area || wanted === undefined) return undefined
  const holds = ({ top, left }: Area): boolean => {
    const [[value] = []] = cells(cellAt(area.sheet, top, left)) ?? []
    // With a time of day it is another moment to a formula.
    return value === wanted
  }
  const width = area.right - area.left + 1
  const isOne = width === 1 && area.bottom === area.top
  const index = isOne ? 0 : indexOf(name, args, place, element)
  const found = cellAt(area.sheet, area.top + Math.floor(index / width), area.left + (index % width))
  if (!holds(found)) return undefined
  return isOne && argument.kind === 'name' ? argument.name : addressFrom(cell.sheet, found)
}

/** Which cell of a range of days an element of the result is about: as METRIC arranges metrics and periods. */
function indexOf(name: string, args: readonly Argument[], place: number, { row, column }: Element): number {
  const isDown = (argument: Argument): boolean => isMatrix(argument) && argument.length > 1
  const metricsDown = name === 'METRIC' && isDown(args[0])
  return isDown(args[place]) && !metricsDown ? row : column
}
