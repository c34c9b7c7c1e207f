import { charges } from '../../../tables/derived/subscriptions'
import { firstOf, type Written, when } from '../expression'
import type { SourceWriter } from '../source'
import { customerMonths } from './customer-months'
import type { SqlColumn } from './index'
import { caseOf, refusing, truth } from './words'

export const subscriptions: Readonly<Record<string, SqlColumn>> = {
  charge_known: rows => {
    const { dialect } = rows
    const known = charges.flatMap(([charge, words]) =>
      words.map(word => [word, dialect.text(charge)] as const),
    )
    return { sql: caseOf(dialect.word(rows.name('type').sql), known, 'null', rows), type: 'text' }
  },
  charge: rows => {
    const known = rows.name('charge_known').sql
    const what = '#VALUE! subscriptions have a type that nobody knows: write recurring, one_off or usage'
    return { sql: known, type: 'text', refused: refusing(`${known} is null`, what, rows) }
  },
  months: rows => {
    const term = rows.name('term_months').sql
    return {
      sql: `case when ${term} > 0 then ${term} end`,
      type: 'number',
      refused: firstOf(
        refusing(`${term} is null`, '#N/A the term_months of a subscription is blank: fill it in', rows),
        refusing(`${term} = 0`, '#DIV/0! the term_months of a subscription is 0: write 12 for a year', rows),
        refusing(
          `${term} < 0`,
          '#NUM! the term_months of a subscription is below 0: write 12 for a year',
          rows,
        ),
      ),
    }
  },
  monthly: ({ name, dialect }) => {
    const [amount, months] = [`coalesce(${name('amount').sql}, 0)`, name('months')]
    const double = (sql: string): string => `cast(${sql} as ${dialect.types.double})`
    return { sql: `${double(amount)} / ${double(months.sql)}`, type: 'number', refused: months.refused }
  },
  movement,
  ...customerMonths,
}

/** Each customer moves once in a period, whatever its subscriptions did in between. */
function movement({ name, dialect }: SourceWriter): Written {
  const [runs, ran, began] = ['runs', 'ran_before', 'began_before'].map(name) as [Written, Written, Written]
  const monthly = name('monthly')
  const [period, customer] = [dialect.identifier('__period'), name('customer_id').sql]
  const ofCustomer = (aggregate: string): string => `${aggregate} over (partition by ${period}, ${customer})`
  const sum = (rule: Written): string =>
    ofCustomer(`sum(case when ${truth(rule)} then ${monthly.sql} else 0 end)`)
  const paid = (rule: Written): string =>
    `coalesce(${ofCustomer(`max(case when ${truth(rule)} and ${monthly.sql} > 0 then 1 else 0 end)`)}, 0)`
  const counts = `(${truth(runs)} or ${truth(began)})`
  const cases = [
    `when ${ofCustomer(`max(case when ${counts} then 1 else 0 end)`)} = 0 then null`,
    `when ${paid(ran)} = ${paid(runs)} then case when ${sum(runs)} < ${sum(ran)} then 'contraction' else 'expansion' end`,
    `when ${paid(ran)} = 1 then 'churn'`,
    `when ${paid(began)} = 1 then 'reactivation'`,
  ]
  const refused = firstOf(runs.refused, ran.refused, began.refused, when(counts, monthly.refused))
  return {
    sql: `case ${cases.join(' ')} else 'new' end`,
    type: 'text',
    refused: refused && `max(${refused}) over (partition by ${period})`,
  }
}
