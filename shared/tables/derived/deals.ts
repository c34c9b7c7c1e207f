import { stageClasses } from '../../definitions/stages'
import { type Cell, cellError } from '../../values'
import type { Compiled } from '../compiled'
import type { Rows } from '../rows'
import { aYearLater } from './a-year-later'
import { customerSince, newCustomer } from './customers'
import { evidenceRecorded } from './deal-evidence'
import { dealKind, ofCohortType } from './deal-kind'
import { firstContact, leadCreated, referred } from './deal-leads'
import { qualifiedDeal } from './deal-qualification'
import { deliveryCost } from './delivery-cost'
import type { DerivedColumn } from './index'
import { chance, expectedOn, lastTouched, ofPipelineStage, omitted, standsOpen } from './pipeline'
import { recurring, revenueStream } from './revenue-type'
import { dueAtEnd, dueAtStart } from './slippage'
import { territoryOfOwner } from './territory'
import { windowDays } from './window-days'
import { perValue, worded, wordsOf } from './words'

export const dealColumns: Readonly<Record<string, DerivedColumn>> = {
  stage_class: {
    about: 'What the stage means: open, won, lost, no_decision or disqualified',
    reads: ['is_won', 'is_closed', 'reason', 'stage', 'stage.map'],
    read: stageClass,
  },
  first_contact: firstContact,
  lead_created: leadCreated,
  referred,
  deal_kind: dealKind,
  of_cohort_type: ofCohortType,
  qualified_deal: qualifiedDeal,
  delivery_cost: deliveryCost,
  a_year_later: aYearLater,
  customer_since: customerSince,
  new_customer: newCustomer,
  window_days: windowDays,
  recurring,
  revenue_stream: revenueStream,
  stands_open: standsOpen,
  expected_on: expectedOn,
  of_pipeline_stage: ofPipelineStage,
  omitted,
  chance,
  last_touched: lastTouched,
  due_at_start: dueAtStart,
  due_at_end: dueAtEnd,
  evidence_recorded: evidenceRecorded,
  territory: territoryOfOwner,
}

/**
 * The CRM's own flags go before the stage's name; a stage that nobody has defined is refused, with all others like
 * it, since it may hide wins.
 */
function stageClass({ context, read, compiled, has, last }: Rows): Compiled {
  const [isWon, isClosed, reason, stage] = [read('is_won'), read('is_closed'), read('reason'), read('stage')]
  const classes = stageClasses(context.terms)
  const reasonWord = wordsOf(reason)
  const flagged = has('is_won')
  const classNamed = perValue(stage, value => classes[worded(value)])
  const classOf = (row: number): string | undefined => {
    if (flagged && isWon(row) === true) return 'won'
    if (flagged && isClosed(row) === false) return 'open'
    const named = classNamed(row)
    if (named === 'lost' && reasonWord(row) === 'no_decision') return 'no_decision'
    return named ?? (flagged && isClosed(row) === true ? 'lost' : undefined)
  }
  let unknown: string | undefined
  /** Each with the first row that has it. */
  const findUnknown = (): string => {
    const found = new Map<Cell, number>()
    for (let other = 1; other <= last; other++) {
      const name = stage(other)
      if (name !== null && classNamed(other) === undefined && !found.has(name)) found.set(name, other + 1)
    }
    return [...found].map(([name, place]) => `“${name}” (row ${place})`).join(', ')
  }
  const classIn = (row: number): string => {
    const known = classOf(row)
    if (known !== undefined) return known
    unknown ??= findUnknown()
    const listed = stage(row) === null ? `row ${row + 1} has no stage` : `unknown stage ${unknown}`
    const remedy =
      'rename it to one of Won, Lost, No decision, Disqualified, Open, or add the columns is_closed and is_won'
    throw cellError('#VALUE!', `deals: ${listed}: ${remedy}`)
  }
  // Where the stage alone decides, it is judged once for each name.
  const only = flagged || !compiled('reason').fixed ? undefined : compiled('stage').only
  return { read: classIn, only }
}
