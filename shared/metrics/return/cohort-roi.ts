import { metric } from '../metric'

export const cohortRoi = metric({
  name: 'COHORT_ROI',
  title: 'Return on investment of a cohort',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'What each unit of the marketing investment of a period earned on top of itself, through the leads issued in it: ' +
    'their gross profit within the window, set against that investment. It follows leads, not touches.',
  questions: ['Is marketing working?', 'What did the leads of a quarter bring?'],
  parameters: {
    returns: {
      unit: 'money',
      about: 'Gross profit of the deals that came of the leads of the period',
      measured: { metric: 'COHORT_RETURN' },
    },
    cost: {
      unit: 'money',
      about: 'Total marketing investment of the period',
      measured: { metric: 'TOTAL_COST' },
    },
    mature: {
      unit: 'leads',
      about: 'Leads that have had their whole window by as_of',
      measured: { from: 'leads', rows: 'mature', at: 'issued_at' },
    },
    leads: {
      unit: 'leads',
      about: 'Net leads issued in the period',
      measured: { metric: 'NET_LEADS_ISSUED' },
    },
  },
  formula: '(returns - cost) / cost',
  unit: 'fraction',
  errors: [
    { when: 'cost = 0', error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' },
    {
      when: 'cost < 0',
      error: '#NUM!',
      reason: 'cost is {cost}: credits exceed spend, and ROI needs a cost above 0',
    },
    {
      when: 'leads > 0 and mature / leads < cohort.min_maturity',
      error: '#N/A',
      reason:
        '{mature} of {leads} leads have had their whole window: cohort.min_maturity asks for more, so wait or lower it',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section A: cohorts of net leads' }],
  keywords: ['marketing ROI', 'cohort', 'profit ROI', 'attribution', 'return on marketing'],
  onTablesOnly: true,
})
