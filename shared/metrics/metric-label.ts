import { choicesOf } from '../definitions/choice-labels'
import { dayText } from '../definitions/clock'
import { fiscalCalendarOf } from '../definitions/fiscal-calendar'
import { singleOf, textOf, tooMany } from '../definitions/functions/arguments'
import { latestOf, termsAt } from '../definitions/governing'
import { type Locks, lockOf, readLocks } from '../definitions/locks'
import { parsePeriod, periodText, type Span, spanOf } from '../definitions/period-name'
import { type Basis, basisOf, termsFor } from '../definitions/resolve'
import { type DefinitionSet, readDefinitions } from '../definitions/table'
import type { Terms } from '../definitions/term'
import { type Argument, type CellError, cellError, isBlank, isCellError, type Result } from '../values'
import { metricCalled } from './named'
import { composedMetric } from './on-tables/composed'

/**
 * METRIC_LABEL(metric, period, [basis], [definitions], [locks]): what a number under a metric's name is, as in “Win rate
 * (won ÷ decided, count) · as reported, definitions v3, locked 2026-04-10”. The basis may stand behind the name
 * (`WIN_RATE@restated`) instead; left out, it is as reported, or current where LOCKS say that the period is open.
 */
export function metricLabel(args: readonly Argument[]): Result {
  const [metric, period, basis, definitions, given] = args
  const wrong = tooMany('METRIC_LABEL', args, 5)
  if (wrong) return wrong
  const text = textOf(metric)
  if (isCellError(text)) return text
  const [called = '', behind = ''] = text.split('@')
  const said = textOf(basis)
  if (isCellError(said)) return said
  const chosen = said || behind
  const wanted = chosen === '' ? undefined : basisOf(chosen)
  if (isCellError(wanted)) return wanted
  const name = parsePeriod(singleOf(period))
  if (isCellError(name)) return name
  const set = readDefinitions(definitions)
  if (isCellError(set)) return set
  const locks = isBlank(given) ? undefined : readLocks(given)
  if (isCellError(locks)) return locks
  const span = spanOf(name, fiscalCalendarOf(latestOf(set.rows)))
  if (!span) return cellError('#VALUE!', `there is no ${periodText(name)}: its quarter has fewer weeks`)
  const stand = standOf(set, locks, span, wanted, periodText(name))
  if (isCellError(stand)) return stand
  const composed = composedMetric(called.trim().toUpperCase(), undefined, set)
  if (isCellError(composed)) return composed
  const { outer, inner } = composedOf(called)
  const known = metricCalled(inner, stand.terms)
  if (isCellError(known)) return known
  const choices = choicesOf(known.declared, stand.terms)
  const title = outer(titled(known.name))
  return `${title}${choices.length > 0 ? ` (${choices.join(', ')})` : ''} · ${stand.text}`
}

/** How a metric of another is told of it: `ROLLING(WIN_RATE, 4)` is “Win rate over 4 periods”. */
function composedOf(called: string): { readonly outer: (title: string) => string; readonly inner: string } {
  const [, kind, inner = called, periods] = /^\s*(\w+)\s*\(([^(),]*)(?:,([^()]*))?\)\s*$/.exec(called) ?? []
  if (kind === undefined) return { outer: title => title, inner }
  if (periods !== undefined) return { outer: title => `${title} over ${periods.trim()} periods`, inner }
  return { outer: title => `${titled(kind)} of ${lowered(title)}`, inner }
}

/** Within a sentence; what is in capitals stays so. */
function lowered(title: string): string {
  return /^[A-Z]{2}/.test(title) ? title : title.slice(0, 1).toLowerCase() + title.slice(1)
}

/** What the label says of the basis, and the terms that it speaks of. */
interface Stand {
  readonly terms: Terms
  readonly text: string
}

function standOf(
  set: DefinitionSet,
  locks: Locks | undefined,
  span: Span,
  wanted: Basis | undefined,
  period: string,
): Stand | CellError {
  const lock = locks && lockOf(locks, span)
  if (lock && (wanted ?? 'as_reported') === 'as_reported') {
    const terms = termsAt(set.rows, span.from, lock.version)
    return {
      terms,
      text: `as reported, ${versionText(set, lock.version)}, locked ${dayText(Math.floor(lock.recordedAt))}`,
    }
  }
  if (locks && wanted === 'as_reported')
    return cellError('#N/A', `${period} is not locked: nothing was reported`)
  const basis = wanted ?? (locks ? 'current' : 'as_reported')
  const governed = termsFor(set, span.from, basis)
  if (isCellError(governed)) return governed
  const { terms, version, rows } = governed
  if (typeof basis === 'object') return { terms, text: `pinned, ${versionText(set, version)}` }
  if (basis !== 'restated' || rows.size === 0) {
    return { terms, text: `${basis.replace('_', ' ')}, ${versionText(set, version)}` }
  }
  const last = Math.max(...[...rows.values()].map(row => row.effectiveFrom))
  return { terms, text: `restated, ${versionText(set, version)} (effective ${dayText(last)})` }
}

function versionText({ sealed }: DefinitionSet, version: number): string {
  if (version === 0) return 'built-in definitions (unratified)'
  return `definitions v${version}${sealed ? '' : ' (unsealed)'}`
}

const acronyms = /\b(aov|arpa|arr|cac|cagr|clv|csat|grr|irr|mrr|nps|nrr|roi|romi|sla)\b/g

/** `COST_PER_NET_LEAD` as people say it: “Cost per net lead”. */
export function titled(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/_/g, ' ')
    .replace(acronyms, word => word.toUpperCase())
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
