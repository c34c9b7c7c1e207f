import type { TableName } from '../../../tables/schema'
import { readCondition, readQuantity } from '../expression'
import { noTwin, type Source } from '../source'
import { type Condition, choice, condition, factor, quantity } from '../written'
import type { Form } from './index'
import { months, movement } from './subscriptions'
import { latest } from './surveys'
import { touched } from './touches'

/** Derived columns of the tables that have few. */
export const otherForms: Partial<Record<TableName, Readonly<Record<string, Form>>>> = {
  subscriptions: { months, movement },
  accounts: { touched },
  surveys: {
    asked: source => readCondition('present(respondent)', source),
    latest_nps: source => latest(source, 'nps_answer'),
    csat_score: source => ({
      ...readQuantity('score', source),
      present: factor(latest(source, 'csat_answer')),
    }),
  },
  quotas: {
    whole_period: source => within('quota_from', 'quota_to', source),
    ramp_shares: source => ramp(source),
    ramp_months: source => ({ ...ramp(source), text: '1' }),
  },
  targets: {
    whole_period: source => within('period_start', 'period_end', source),
    eve: source => quantity(`(${readQuantity('period_from', source).text}-1)`, undefined, true),
  },
}

/** A period that the one asked for holds in part is refused by the core. */
function within(first: string, last: string, source: Source): Condition {
  const [start, end] = [readQuantity(first, source), readQuantity(last, source)]
  return condition(`(${start.text}>=${source.period.from})`, `(${end.text}<${source.period.to}+1)`)
}

function ramp(source: Source) {
  const curve = source.state.context.terms['quota.ramp_curve'] as object
  if (Object.keys(curve).length > 0) {
    throw noTwin(
      'what share of a quota is due by quota.ramp_curve follows from REPS, which takes more than built-in functions',
    )
  }
  const said = readQuantity('ramp', source)
  return said.present === undefined ? said : choice(condition(said.present), said, quantity('1'))
}
