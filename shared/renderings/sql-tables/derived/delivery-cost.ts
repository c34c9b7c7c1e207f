import { firstOf, type Written } from '../expression'
import type { SourceWriter } from '../source'
import { refusing } from './words'

/** What is taken off the amount by `margin.basis`. */
export function deliveryCost(rows: SourceWriter): Written {
  const { terms, name } = rows
  const basis = terms['margin.basis']
  if (basis === 'revenue') return { sql: '0', type: 'number' }
  const delivery = deliveryOf(rows)
  if (basis !== 'contribution') return delivery
  const selling = name('selling_cost').sql
  const what = '#N/A a deal counts, but its selling_cost is blank: fill it in'
  return {
    sql: `${delivery.sql} + ${selling}`,
    type: 'number',
    refused: firstOf(refusing(`${selling} is null`, what, rows), delivery.refused),
  }
}

/** As recorded; else what the recorded gross profit leaves; else by the margin that the definitions assume. */
function deliveryOf(rows: SourceWriter): Written {
  const { terms, name, has, dialect } = rows
  const rate = terms['margin.default_rate']
  const amount = name('amount').sql
  const costs = [
    ...(has('cogs') ? [name('cogs').sql] : []),
    ...(has('gross_profit') ? [`${amount} - ${name('gross_profit').sql}`] : []),
    ...(typeof rate === 'number' ? [dialect.product(amount, `(1 - ${rate})`)] : []),
  ]
  const sql = costs.length === 0 ? 'null' : `coalesce(${costs.join(', ')})`
  const what =
    '#N/A a deal was won, but nothing says what its delivery cost: fill in cogs or gross_profit, or agree on margin.default_rate'
  return { sql, type: 'number', refused: refusing(`${sql} is null`, what, rows) }
}
