import { dayText } from '../../definitions/clock'
import { setHash } from '../../definitions/export'
import { readDefinitions } from '../../definitions/table'
import { tableFunctions } from '../../metrics/table-functions'
import { type Argument, isCellError, isMatrix, type Matrix } from '../../values'
import { argumentValue, isForeign, type Surroundings } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import type { Expression } from '../formulas/formula-in-cell'
import { type OwnCall, outermostCalls, ownCalls } from '../formulas/own-calls'
import { metricCalled } from '../formulas/values-told'
import { definitionsUsed } from '../why/why-definitions'
import { hasDefinitionHeader } from '../why/why-level'
import { askedAt } from './asked-at'
import type { Line } from './line'

type Told = Pick<Line, 'metric' | 'in_words' | 'definitions' | 'version' | 'as_of'>

/** What the Provenance sheet tells of the metrics in a formula: their names and words, and the rules they went by. */
export function toldOf(expression: Expression, element: Element, around: Surroundings): Told {
  const told = outermostCalls(ownCalls(expression)).map(call => toldOfCall(call, element, around))
  const joined = (field: keyof Told): string =>
    [...new Set(told.map(one => one[field]).filter(text => text !== ''))].join('\n')
  return {
    ...{ metric: joined('metric'), in_words: joined('in_words'), definitions: joined('definitions') },
    ...{ version: joined('version'), as_of: joined('as_of') },
  }
}

function toldOfCall(own: OwnCall, element: Element, around: Surroundings): Told {
  const { call, name } = own
  const args = call.args.map(argument => argumentValue(argument, around))
  const given = args.map(found => (isForeign(found) ? undefined : found))
  const declared = metricCalled(name) ?? tableFunctions.find(one => one.name === name)
  const plain = { metric: name, in_words: declared ? `${declared.title}: ${declared.about}` : '' }
  const version = versionOf(given)
  const asked = args.some(isForeign) ? undefined : askedAt(own, given, element)
  if (!asked || isCellError(asked)) return { ...plain, definitions: '', version, as_of: '' }
  const { metric, onTables } = asked
  const asOf = onTables?.question.asOf
  return {
    metric: metric.name,
    in_words: `${metric.title || metric.name}: ${metric.about}`,
    definitions: definitionsUsed(asked, given)
      .map(
        ({ title, words, version }) => `${title}: ${words} (${version === 0 ? 'built in' : `v${version}`})`,
      )
      .join('\n'),
    version,
    as_of: onTables ? (asOf === undefined ? 'latest recorded' : dayText(asOf)) : '',
  }
}

const known = new WeakMap<Matrix, string>()

/** `v3` and the hash of the set of definitions that a call is handed; `''` for the built-in ones. */
export function versionOf(args: readonly Argument[]): string {
  const given = args.find(
    (argument): argument is Matrix => isMatrix(argument) && hasDefinitionHeader(argument),
  )
  if (!given) return ''
  const done = known.get(given)
  if (done !== undefined) return done
  const set = readDefinitions(given)
  const version = isCellError(set)
    ? set.reason
    : set.version === 0
      ? ''
      : `v${set.version} ${setHash(set.rows)}`
  known.set(given, version)
  return version
}

/** The definitions that a formula's calls are handed, as they are now. */
export function versionNow(expression: Expression, around: Surroundings): string {
  const versions = outermostCalls(ownCalls(expression)).map(({ call }) => {
    const given = call.args.map(argument => argumentValue(argument, around))
    return versionOf(given.map(found => (isForeign(found) ? undefined : found)))
  })
  return [...new Set(versions.filter(version => version !== ''))].join('\n')
}
