import type { FunctionHelp, FunctionParameter } from './help'
import { metric, period, unreadable } from './help-parameters'
import { metricHelp } from './help-questions'

const category = 'Definitions and locks'

/** where, as_of, definitions and the tables, as METRIC takes them. */
const asMetric: readonly FunctionParameter[] = metricHelp.parameters.slice(3)

const version = (name: string, about: string): FunctionParameter => ({
  ...{ name, about, kind: 'text', unit: 'version' },
  optional: false,
})

const asTheMetric = {
  error: '#N/A',
  reason: 'there is no such version, or the metric has no value there; other errors are those of the metric',
}

/** The help of what compares versions of the definitions, and locked values with what they would be now. */
export const restatedHelps: readonly FunctionHelp[] = [
  {
    name: 'RESTATED',
    page: 'RESTATED',
    category,
    about: 'What a past period comes to under the rules of another version, so that years can be compared.',
    parameters: [
      metric,
      period,
      version('version', 'Such as "v2"; "" for the latest approved one'),
      ...asMetric,
    ],
    example: 'RESTATED("WIN_RATE", "2026-Q1", "", "", "", "", DEALS)',
    card: {
      title: 'A restated value',
      gives: 'the metric under the rules of that version, whatever rules governed the period itself',
      errors: [unreadable, asTheMetric],
      keywords: ['recast', 'comparatives', 'like for like', 'pro forma', 'new definition'],
    },
  },
  {
    name: 'RESTATEMENT_BRIDGE',
    page: 'RESTATEMENT_BRIDGE',
    category,
    about: 'How a number under one version of the definitions becomes that under another, term by term.',
    parameters: [
      metric,
      period,
      version('v_from', 'Such as "v1"; "v0" is built in'),
      version('v_to', 'Such as "v2"'),
      ...asMetric,
    ],
    example: 'RESTATEMENT_BRIDGE("WIN_RATE", "2026-Q1", "v0", "v0", "", "", "", DEALS)',
    card: {
      title: 'Bridge between two versions',
      gives:
        'rows {term, before, after, delta}: the first version, the terms that changed one after the other in the order of the definitions, the second version with the whole difference',
      errors: [unreadable, asTheMetric],
      keywords: ['waterfall', 'walk', 'reconcile', 'what changed', 'effect of a definition'],
    },
  },
  {
    name: 'DRIFT',
    page: 'DRIFT',
    category,
    about: 'Why a locked number is not what the workbook computes now: changed rows, or changed rules.',
    parameters: [
      metric,
      period,
      ...asMetric.map(parameter => {
        if (parameter.name === 'as_of')
          return { ...parameter, about: '"" for the day of the lock, or another day' }
        return parameter.repeating
          ? { ...parameter, about: 'SNAPSHOT and the tables of the metric, in any order' }
          : parameter
      }),
    ],
    example: 'DRIFT("WIN_RATE", "2026-Q1", "", "", DEFINITIONS, SNAPSHOT, DEALS)',
    card: {
      title: 'Drift of a locked value',
      gives:
        'rows {part, value, why}: as reported; data drift, with the tables whose rows changed; rule drift; what it is now',
      errors: [
        unreadable,
        { error: '#N/A', reason: 'the metric was not locked for that period and segment' },
      ],
      keywords: ['reconcile', 'audit', 'late changes', 'CRM changed', 'backdated', 'data drift'],
    },
  },
]
