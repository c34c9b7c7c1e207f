import type { Cell, Matrix } from '../shared/values'
import { type Random, randomFrom } from '../test/support/hard-numbers'

/** 2026-01-01 as a serial. */
export const firstDay = 46_023
const days = 365

export interface Tables {
  readonly leads: Matrix
  readonly deals: Matrix
  readonly costs: Matrix
}

/** Tables as a CRM exports them: a year of leads, a deal for every other one, a cost for every tenth. */
export function tablesOf(rows: number): Tables {
  const random = randomFrom(rows)
  const range = (count: number, row: (index: number) => Cell[]): Cell[][] =>
    Array.from({ length: count }, (_, index) => row(index))
  return {
    leads: [leadHeaders, ...range(rows, index => lead(index, random))],
    deals: [dealHeaders, ...range(rows >> 1, index => deal(index, random))],
    costs: [costHeaders, ...range(Math.ceil(rows / 10), () => cost(random))],
  }
}

const leadHeaders = [
  'lead_id',
  'created_at',
  'issued_at',
  'owner',
  'qualified',
  'outcome_code',
  'outcome_at',
  'email',
]
const dealHeaders = ['deal_id', 'lead_id', 'created_at', 'closed_at', 'stage', 'amount', 'owner']
const costHeaders = ['date', 'component', 'amount']

const owners = ['Ana', 'Ben', 'Cem', 'Dua', 'Eli', 'Fay']
const outcomes = ['OPPORTUNITY', 'OPPORTUNITY', 'NO_ANSWER', 'DUPLICATE', 'INVALID', null]
const stages = ['Won', 'Lost', 'Lost', 'Engaging', 'Prospecting']
const components = ['ad_spend', 'labour', 'creative', 'tools']

function lead(index: number, random: Random): Cell[] {
  const created = moment(random)
  const outcome = one(outcomes, random)
  // One person in fifty comes twice.
  const person = random() < 0.02 ? index >> 1 : index
  return [
    `L${index}`,
    created,
    created + random(),
    one(owners, random),
    random() < 0.8,
    outcome,
    outcome === null ? null : created + 2,
    `person${person}@shop.example`,
  ]
}

function deal(index: number, random: Random): Cell[] {
  const created = moment(random)
  const stage = one(stages, random)
  const closed = stage === 'Engaging' || stage === 'Prospecting' ? null : created + 10 + random() * 60
  return [`D${index}`, `L${index * 2}`, created, closed, stage, cents(random), one(owners, random)]
}

function cost(random: Random): Cell[] {
  return [moment(random), one(components, random), cents(random)]
}

function moment(random: Random): number {
  return firstDay + random() * days
}

/** An amount of money as it is typed. */
export function cents(random: Random): number {
  return (1 + Math.floor(random() * 1e7)) / 100
}

function one<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item
}
