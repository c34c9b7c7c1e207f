import { from, months, to } from './million'

/** Working days after the issue up to and with the coding; serial 2 was a Monday. */
function workingDaysBefore(day: string): string {
  return `(floor((${day} - 2) / 7) * 5 + min5(cast(${day} - 2 as integer) % 7))`
}

const workingDays = `${workingDaysBefore('floor(outcome_at) + 1')} - ${workingDaysBefore('floor(issued_at) + 1')}`

/** Plain SQL, as someone who knows the table would write it; the case caps the day of the week at Saturday. */
export const countSql = `
  with issued as (
    select *, row_number() over (partition by lead_id order by issued_at) as place
    from leads where qualified and issued_at is not null and owner is not null
  )
  select count(*) from issued
  where place = 1 and issued_at >= ${from} and issued_at < ${to + 1}
    and not (coalesce(outcome_code in ('INVALID', 'DUPLICATE'), false)
      and ${workingDays} <= 5)
`.replace(/min5\((.*?) % 7\)/g, '(case when $1 % 7 > 5 then 5 else $1 % 7 end)')

const month = months
  .slice(1)
  .map((day, index) => `when closed_at < ${day} then ${index}`)
  .join(' ')

export const cohortSql = `
  select month, sum(amount - cogs) from (select *, case ${month} end as month from deals where stage = 'Won')
  where month is not null group by month
`
