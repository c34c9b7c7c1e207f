import { byFunction, knownComponents } from '../../../tables/derived/cost-sets'
import { worded } from '../../../tables/derived/words'
import { placeOf } from '../columns'
import { read, readCondition, readQuantity } from '../expression'
import { noTwin, type Source } from '../source'
import { among } from '../words'
import { both, choice, condition, type Quantity, quantity, type Written } from '../written'
import type { Form } from './index'

export const costForms: Readonly<Record<string, Form>> = {
  in_component_set: source =>
    member('in_component_set', source, 'asked.component_set', 'marketing_investment'),
  in_seen_components: source => member('in_seen_components', source, 'asked.seen_components', 'ad_spend'),
  incurred_from: source => span(source).from,
  incurred_to: source => span(source).to,
  span_days: source => {
    const { from, to } = span(source)
    return { ...quantity(`(${to.text}-${from.text}+1)`, from.present), isPositive: true }
  },
  // Where both ends are moved into the period, nothing is left between those of a cost that lies outside.
  days_inside: source => {
    const { from, to } = span(source)
    const { period } = source
    const end = `${period.to}+1`
    const parts = [
      `ABS(${to.text}+1-${period.from})-ABS(${to.text}-${period.to})`,
      `-ABS(${from.text}-${period.from})+ABS(${from.text}-(${end}))`,
    ]
    return { ...quantity(`((${parts.join('')})/2)`, from.present), isWithin: true }
  },
}

function member(column: string, source: Source, term: string, usual: string): Written {
  const said = source.state.context.terms[term]
  const named = typeof said === 'string' ? said : usual
  const set = worded(named)
  if (byFunction.includes(set) || set === 'unmapped') return readCondition(set, source)
  if (Array.isArray(source.state.context.terms[`cost.${set}`])) {
    return readCondition(`cost_component in cost.${set}`, source)
  }
  const place = placeOf('component', source)
  if (place === undefined) throw noTwin('costs has no column component')
  return among(source, place, [...knownComponents(source.rows)], rows => rows.read(column))
}

/** The days over which a cost is spread: those that it was paid for, else its month, or its day. */
function span(source: Source): { readonly from: Quantity; readonly to: Quantity } {
  const { terms } = source.state.context
  const date = read('date', source) as Quantity
  const isSpread = terms['cost.weekly_spread'] !== 'none'
  const day = date.isWhole ? date.text : `INT(${date.text})`
  const usual = isSpread
    ? { from: `(${day}-DAY(${day})+1)`, to: `(DATE(YEAR(${day}),MONTH(${day})+1,1)-1)` }
    : { from: day, to: day }
  const [from, to] = [usual.from, usual.to].map(text => quantity(text, undefined, true)) as [
    Quantity,
    Quantity,
  ]
  if (terms['cost.timing'] === 'paid') return { from: dated(from, date), to: dated(to, date) }
  const [first, last] = [readQuantity('period_from', source), readQuantity('period_to', source)]
  const isSaid = both(condition(first.present ?? '1'), condition(last.present ?? '1'))
  const whole = (bound: Quantity): Quantity =>
    quantity(bound.isWhole ? bound.text : `INT(${bound.text})`, undefined, true)
  return {
    from: dated(choice(isSaid, whole(first), from), date),
    to: dated(choice(isSaid, whole(last), to), date),
  }
}

function dated(bound: Quantity, date: Quantity): Quantity {
  return { ...bound, present: date.present }
}
