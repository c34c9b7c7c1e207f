/** The metrics that are asked, and under them what somebody would write who needs just these numbers. */
export const scorecard = [
  ...['LEADS_CREATED', 'LEADS_QUALIFIED', 'LEADS_ISSUED', 'NET_LEADS_ISSUED', 'NET_LEAD_YIELD'],
  ...['LEAD_REJECTION_RATE', 'LEAD_QUALITY', 'ISSUE_COMPLETENESS', 'FOLLOW_UP_RATE', 'OUTCOME_CODING_RATE'],
]

const workday = (moment: string): string => {
  const day = `(date_diff('day', date '1900-01-01', ${moment}::date) + 1)`
  return `((${day} // 7) * 5 + least(${day} % 7, 5))`
}

const isCode = `lower(outcome_code) in ('duplicate', 'invalid', 'test', 'existing_customer', 'out_of_profile')`

/** Two counts of two dates: by the day of creation and by the day of issue. */
export function byHand(file: string): string {
  return `with leads as (
    select *, file_row_number as line from read_parquet('${file}')
  ), marked as (
    select *, coalesce(issued_at is not null and qualified and owner is not null, false) as issued from leads
  ), known as (
    select max(day)::date as as_of from (select greatest(max(created_at), max(issued_at), max(first_response_at), max(outcome_at)) as day from leads)
  ), ranked as (
    select *, row_number() over (partition by issued, lower(email) order by issued_at, line) as place from marked
  ), net as (
    select *, issued and place = 1 and not coalesce(${isCode} and ${workday('outcome_at')} - ${workday('issued_at')} <= 5, false) as net from ranked
  ), by_issue as (
    select date_trunc('month', issued_at) as month,
      count(*) filter (where issued) as leads_issued,
      count(*) filter (where net) as net_leads,
      count(*) filter (where issued_at is not null) as with_day,
      count(*) filter (where issued_at is not null and owner is not null) as complete,
      count(*) filter (where net and first_response_at is not null) as answered,
      count(*) filter (where net and date_diff('day', issued_at::date, as_of) >= 5) as to_be_coded,
      count(*) filter (where net and date_diff('day', issued_at::date, as_of) >= 5 and outcome_code is not null) as coded
    from net, known where issued_at >= timestamp '2024-01-01' and issued_at < timestamp '2026-01-01' group by month
  ), by_creation as (
    select date_trunc('month', created_at) as month, count(*) as created, count(*) filter (where qualified) as qualified
    from leads where created_at >= timestamp '2024-01-01' and created_at < timestamp '2026-01-01' group by month
  )
  select * from by_creation join by_issue using (month) order by month`
}

/** The same ten numbers of a month from those counts, in the order of the scorecard. */
export function numbersOf(row: Readonly<Record<string, bigint>>): readonly number[] {
  const n = (name: string): number => Number(row[name])
  return [
    ...[n('created'), n('qualified'), n('leads_issued'), n('net_leads'), n('net_leads') / n('leads_issued')],
    (n('leads_issued') - n('net_leads')) / n('leads_issued'),
    n('qualified') / n('created'),
    n('complete') / n('with_day'),
    n('answered') / n('net_leads'),
    n('coded') / n('to_be_coded'),
  ]
}
