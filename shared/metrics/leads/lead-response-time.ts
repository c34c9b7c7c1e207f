import { metric } from '../metric'

export const leadResponseTime = metric({
  name: 'LEAD_RESPONSE_TIME',
  title: 'Lead response time',
  category: 'leads',
  indicator: 'leading',
  better: 'lower',
  about:
    'Hours from the issue of a net lead to its first answer: the median of the leads issued in the period that were ' +
    'answered. Leads that nobody answered make it look better: read RESPONSE_SLA_RATE and FOLLOW_UP_RATE beside it.',
  questions: ['How fast do we answer?', 'Does sales follow up?'],
  parameters: {
    response_seconds: {
      rangeOf: 'seconds',
      about:
        'Seconds from the start of the clock to the first answer; an answer before it counts as immediate',
      measured: {
        from: 'leads',
        rows: 'net and (answered or asked.unanswered = "censor")',
        at: 'issued_at',
        value: 'counted_seconds',
      },
    },
    unanswered_leads: {
      unit: 'number',
      about: 'Net leads that nobody has answered',
      measured: { from: 'leads', rows: 'net and not answered', at: 'issued_at' },
    },
    statistic: {
      about: 'Which response time stands for all of them',
      choices: {
        median: 'half are answered faster',
        mean: 'the average, which one weekend can move far',
        p90: 'nine of ten are answered faster',
      },
      default: 'median',
      term: 'sla.statistic',
    },
    clock: {
      about: 'Which hours count',
      choices: { business: 'business hours only', elapsed: 'all hours, nights and weekends included' },
      default: 'business',
      term: 'sla.clock_type',
    },
    unanswered: {
      about: 'What becomes of leads that nobody has answered',
      choices: {
        leave_out: 'they are left out',
        censor: 'they count with the time that they have waited so far',
      },
      default: 'leave_out',
      term: 'asked.unanswered',
      callOnly: true,
      last: true,
    },
    seconds_an_hour: { unit: 'seconds per hour', about: 'As many as an hour has', default: 3600 },
  },
  formula: 'median(response_seconds) / seconds_an_hour',
  unit: 'hours',
  variants: [
    {
      when: 'statistic = "mean"',
      formula: 'mean(response_seconds) / seconds_an_hour',
      about: 'With statistic “mean”: the average',
    },
    {
      when: 'statistic = "p90"',
      formula: 'percentile(response_seconds, 0.9) / seconds_an_hour',
      about: 'With statistic “p90”: nine of ten are answered faster',
    },
  ],
  errors: [
    {
      when: 'count(response_seconds) = 0',
      error: '#N/A',
      reason: 'no net lead of the period was answered: there is no response time of nobody',
    },
    {
      when: 'unanswered = "censor" and statistic = "median" and unanswered_leads * 2 >= count(response_seconds)',
      error: '#N/A',
      reason: 'half of the leads or more are unanswered: how long the middle one waits is not known yet',
    },
    {
      when: 'unanswered = "censor" and statistic = "p90" and unanswered_leads * 10 >= count(response_seconds)',
      error: '#N/A',
      reason: 'a tenth of the leads or more is unanswered: how long nine of ten wait is not known yet',
    },
  ],
  examples: [],
  sources: [
    { label: 'Catalogue of Plumbline, section D: medians, and the share within the agreed time beside them' },
    {
      label: 'The Short Life of Online Sales Leads, Harvard Business Review 2011',
      url: 'https://hbr.org/2011/03/the-short-life-of-online-sales-leads',
    },
  ],
  keywords: ['speed to lead', 'first response', 'time to contact', 'lead decay', 'response hours'],
  onTablesOnly: true,
  alsoTables: ['activities'],
})
