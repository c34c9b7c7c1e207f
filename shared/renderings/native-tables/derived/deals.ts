import { stageQualified } from '../../../definitions/stages'
import { evidence } from '../../../tables/derived/deal-evidence'
import { worded } from '../../../tables/derived/words'
import { readCondition, readQuantity } from '../expression'
import type { Source } from '../source'
import {
  both,
  type Condition,
  choice,
  condition,
  either,
  never,
  not,
  nothing,
  type Quantity,
  quantity,
} from '../written'
import { newCustomer } from './customers'
import { firstContact, leadCreated, referred } from './deal-leads'
import type { Form } from './index'
import { ofStage, stageClass } from './stage-class'

export const dealForms: Readonly<Record<string, Form>> = {
  stage_class: stageClass,
  qualified_deal: qualifiedDeal,
  delivery_cost: deliveryCost,
  a_year_later: aYearLater,
  first_contact: firstContact,
  lead_created: source => leadCreated(source),
  referred,
  new_customer: newCustomer,
  stands_open: source => readCondition('stage_class = "open"', source),
  expected_on: source => {
    const { has } = source.rows
    const closing = has('closed_at') || !has('expected_close') ? readQuantity('closed_at', source) : nothing
    const expected = has('expected_close') ? readQuantity('expected_close', source) : nothing
    const day =
      expected.present === undefined ? expected : choice(condition(expected.present), expected, closing)
    return choice(readCondition('stands_open', source), day, nothing)
  },
  of_pipeline_stage: source => {
    const wanted = new Set((source.state.context.terms['pipeline.stages'] as readonly string[]).map(worded))
    return either(
      readCondition('qualified_deal', source),
      ofStage(source, word => wanted.has(word)),
    )
  },
  chance: source => readQuantity('probability', source),
  evidence_recorded: source => {
    const recorded = evidence.filter(source.rows.has)
    return recorded.map(column => isThere(column, source)).reduce(both)
  },
}

/** Whether a column is filled; of a flag, whether it says TRUE or FALSE. */
function isThere(column: string, source: Source): Condition {
  return readCondition(`present(${column})`, source)
}

/** What is won was qualified; else it says when, where the table says so of any deal, or its stage tells. */
function qualifiedDeal(source: Source): Condition {
  const { rows, state } = source
  const isKnown = (column: string): Condition => {
    if (!rows.has(column)) return never
    const day = readQuantity(column, source)
    const until = state.asOf === undefined ? [] : [`(${day.text}<${state.asOf}+1)`]
    return condition(day.present ?? '1', ...until)
  }
  const byStage = stageQualified(state.context.terms)
  const says = saysWhen(source) ? isKnown('qualified_at') : ofStage(source, word => byStage[word] ?? true)
  const isWon = both(readCondition('stage_class = "won"', source), isKnown('closed_at'))
  return both(not(readCondition('stage_class = "disqualified"', source)), either(isWon, says))
}

function saysWhen({ rows }: Source): boolean {
  if (!rows.has('qualified_at')) return false
  const day = rows.read('qualified_at')
  return Array.from({ length: rows.last }, (_, index) => index + 1).some(
    row => rows.isRow(row) && day(row) !== null,
  )
}

/** As recorded; else what the recorded gross profit leaves; else by the margin that the definitions assume. */
function deliveryCost(source: Source): Quantity {
  const { rows, state } = source
  const basis = state.context.terms['margin.basis']
  if (basis === 'revenue') return quantity('0')
  const delivery = deliveryOf(source)
  if (basis !== 'contribution') return delivery
  const selling = readQuantity('selling_cost', source)
  rows.read('selling_cost')
  return quantity(`(${delivery.text}+${selling.text})`)
}

function deliveryOf(source: Source): Quantity {
  const { has } = source.rows
  const rate = source.state.context.terms['margin.default_rate']
  const amount = readQuantity('amount', source).text
  const assumed = typeof rate === 'number' ? quantity(`${amount}*(1-${rate})`) : nothing
  const profit = has('gross_profit') ? readQuantity('gross_profit', source) : nothing
  const left =
    profit.present === '0'
      ? assumed
      : choice(condition(profit.present ?? '1'), quantity(`(${amount}-${profit.text})`), assumed)
  const isRecorded = has('cogs') || (!has('gross_profit') && typeof rate !== 'number')
  const recorded = isRecorded ? readQuantity('cogs', source) : nothing
  return quantity(choice(condition(recorded.present ?? '1'), recorded, left).text)
}

/** The same day of the next year; of a 29 February, the 28th. */
function aYearLater(source: Source): Quantity {
  const { text, present } = readQuantity('closed_at', source)
  const isLeap = `(MONTH(${text})=2)*(DAY(${text})=29)`
  return quantity(`(DATE(YEAR(${text})+1,MONTH(${text}),DAY(${text}))-${isLeap})`, present, true)
}
