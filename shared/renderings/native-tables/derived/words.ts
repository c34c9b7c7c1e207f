import { stageClasses } from '../../../definitions/stages'
import { held, incoming, missed, spellings } from '../../../tables/derived/activities'
import { knownComponents } from '../../../tables/derived/cost-sets'
import { kinds } from '../../../tables/derived/deal-kind'
import { classesOf } from '../../../tables/derived/outcomes'
import { qualifiedStages } from '../../../tables/derived/qualification'
import { recurringWords, usageWords } from '../../../tables/derived/revenue-type'
import { charges } from '../../../tables/derived/subscriptions'
import type { TableName } from '../../../tables/schema'
import type { WordReads } from '../reads'
import type { Source } from '../source'

/** Of each derived column that follows from the words of columns alone: which, and what words are known there. */
type Form = (source: Source) => WordReads | undefined

const of = (column: string, words: (source: Source) => Iterable<string> = () => []): Form => {
  return source => ({ columns: new Set(source.rows.has(column) ? [column] : []), words: [...words(source)] })
}
const stages = ({ state }: Source): readonly string[] => Object.keys(stageClasses(state.context.terms))
const components = ({ rows }: Source): Iterable<string> => knownComponents(rows)
const codes = ({ rows }: Source): Iterable<string> => classesOf(rows).keys()
const fixed: Form = () => ({ columns: new Set(), words: [] })

const forms: Partial<Record<TableName, Readonly<Record<string, Form>>>> = {
  deals: {
    stage_class: source =>
      ['is_won', 'is_closed', 'reason'].some(source.rows.has) ? undefined : of('stage', stages)(source),
    deal_kind: of('deal_type', () => kinds.keys()),
    of_cohort_type: of('deal_type', () => kinds.keys()),
    recurring: of('revenue_type', () => [...recurringWords, ...usageWords]),
    revenue_stream: source => of(source.rows.has('revenue_type') ? 'revenue_type' : 'deal_type')(source),
    omitted: of('forecast_category', () => ['omitted', 'omit', 'not_forecasted']),
    chance: source =>
      source.state.context.terms['forecast.probability_source'] === 'stage_table'
        ? of('stage', stages)(source)
        : undefined,
    of_pipeline_stage: source => {
      const wanted = source.state.context.terms['pipeline.stages'] as readonly string[]
      if (wanted.includes('open')) return fixed(source)
      return wanted.includes('qualified_open') ? undefined : of('stage', stages)(source)
    },
    referred: source => {
      const isOwn = !source.state.context.tables.has('leads')
      return isOwn ? of('source', () => ['referral', 'reference'])(source) : undefined
    },
    window_days: fixed,
  },
  leads: {
    said_qualified: source => {
      const { has } = source.rows
      if (has('qualified') && has('lifecycle_stage')) return undefined
      return of(has('lifecycle_stage') ? 'lifecycle_stage' : 'qualified', () => qualifiedStages)(source)
    },
    outcome_class: of('outcome_code', codes),
    known_outcome: of('outcome_code', codes),
    sla_seconds: source => {
      const agreed = source.state.context.terms['sla.response_hours']
      if (typeof agreed === 'number') return fixed(source)
      return of('source', () => Object.keys(agreed ?? {}))(source)
    },
    window_days: fixed,
  },
  costs: {
    cost_component: of('component', components),
    unmapped: of('component', components),
  },
  subscriptions: { charge: of('type', () => charges.flatMap(([, words]) => words)) },
  activities: {
    activity_word: of('type', () => Object.keys(spellings)),
    activity_kind: source =>
      source.rows.has('outcome') ? undefined : of('type', () => Object.keys(spellings))(source),
    incoming: source => (source.rows.has('direction') ? undefined : of('type', () => incoming)(source)),
  },
  quotas: { quota_from: of('period'), quota_to: of('period') },
  targets: { target_metric: of('metric') },
  scored_calls: {
    pass_mark: of('rubric', ({ state }) => Object.keys(state.context.terms['behaviour.rubrics'] as object)),
  },
}

/** Words that mean that a meeting took place, or did not. */
export const meetingOutcomes: readonly string[] = [...held, ...missed]

export function wordColumns(name: string, source: Source): WordReads | undefined {
  return forms[source.name]?.[name]?.(source)
}
