import { metric } from '../metric'

export const salesCycleLength = metric({
  name: 'SALES_CYCLE_LENGTH',
  title: 'Sales cycle length',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'lower',
  about:
    'Days from the first contact to the closing of the deals won in the period: their median, which one long deal ' +
    'cannot move far, or their mean. Deals still open do not count, so a slow period looks fast until they close.',
  questions: ['How long does a sale take?', 'Where does the pipeline stall?'],
  parameters: {
    cycle_days: {
      rangeOf: 'days',
      about:
        'Days from first contact (else creation) to closing of each deal won; less than none are left out',
      measured: { from: 'deals', rows: 'timed', at: 'closed_at', value: 'cycle_days' },
    },
    statistic: {
      about: 'Which cycle stands for all of them',
      choices: { median: 'the one in the middle: half are shorter', mean: 'the average' },
      default: 'median',
      term: 'cycle.statistic',
    },
    clock_start: {
      about: 'When a cycle begins',
      choices: {
        first_contact: 'the first contact, else the creation of the lead, else that of the deal',
        lead_created: 'the creation of the lead; deals without one are left out',
        opp_created: 'the creation of the deal',
        qualified: 'the day on which it was qualified',
      },
      default: 'first_contact',
      term: 'cycle.clock_start',
    },
    population: {
      about: 'Whose cycles count',
      choices: { won: 'deals won', closed: 'deals won and lost' },
      default: 'won',
      term: 'cycle.population',
    },
  },
  formula: 'median(cycle_days)',
  unit: 'days',
  variants: [
    {
      when: 'statistic = "mean"',
      formula: 'mean(cycle_days)',
      about: 'With statistic “mean”: the average number of days',
    },
  ],
  errors: [
    {
      when: 'count(cycle_days) = 0',
      error: '#N/A',
      reason: 'no deal with both dates was closed in the period: there is no {statistic} of nothing',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E' }],
  keywords: ['time to close', 'deal cycle', 'length of sales cycle', 'days to close'],
  alsoTables: ['leads'],
  onTablesOnly: true,
})
