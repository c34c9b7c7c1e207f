import { readRecords } from '../../metrics/on-tables/records'
import type { AskedOfTables } from '../../renderings/sql-tables/asked-of-tables'
import { type Argument, isCellError, isMatrix, type Matrix } from '../../values'
import { addressText } from '../area'
import { argumentsOf, computed, isForeign, type Surroundings } from '../formulas/argument-values'
import { askedOfCall } from '../formulas/asked-call'
import type { AskedLevel } from '../questions'
import { overview, Refused, type Steps } from '../steps'
import { callsBehind, formulaBehind } from './behind'
import { type Asking, definitionsGiven, elementOf } from './why-level'
import { basisText } from './why-locked'

/** What one of our calls in the formula behind a cell asks of tables, for a database to be asked the same. */
export function* tablesAsked({ cell, level }: AskedLevel): Steps<AskedOfTables> {
  const overviewed = yield* overview()
  const behind = yield* formulaBehind(cell, overviewed)
  const { calls, around } = yield* callsBehind(behind, cell, overviewed)
  const found = calls[level] && askedOfTables(calls[level], around)
  if (found) return found
  throw new Refused(`${addressText(cell)} asks nothing of tables now: explain it again.`)
}

/** What a call asks of tables, with their headers in the place of their rows; undefined where it asks none. */
function askedOfTables(asking: Asking, around: Surroundings): AskedOfTables | undefined {
  const args = argumentsOf(asking.call, around)
  if (args.some(isForeign)) return undefined
  const given = args as readonly Argument[]
  const element = elementOf(computed(asking.name, given), asking.element)
  const asked = element && askedOfCall(asking.name, given, element)
  if (isCellError(asked)) throw new Refused(asked.reason)
  if (!asked?.onTables) return undefined
  const { question, wanted } = asked.onTables
  const [period] = question.periods
  const definitions = definitionsGiven(given)
  return {
    metric:
      wanted.basis === undefined ? wanted.metric.name : `${wanted.metric.name}@${basisText(wanted.basis)}`,
    overrides: wanted.overrides,
    period: period && Number.isFinite(period.from) ? { from: period.from, to: period.to } : null,
    conditions: question.conditions,
    asOf: question.asOf ?? null,
    definitions: isMatrix(definitions) ? definitions : null,
    records: recordsGiven(given, question.definitions),
    tables: [...question.tables.values()].map(({ schema, rows }) => ({
      table: schema.name,
      headers: (rows[0] ?? []).map(header => String(header ?? '')),
    })),
  }
}

/** The ranges LOCKS and SNAPSHOT among the arguments. */
function recordsGiven(
  given: readonly Argument[],
  definitions: Parameters<typeof readRecords>[1],
): readonly Matrix[] {
  const records = readRecords(given, definitions)
  if (isCellError(records)) return []
  return given.filter((argument, place): argument is Matrix => {
    return isMatrix(argument) && records.others[place] === undefined
  })
}
