import { metric } from '../metric'

export const funnelYield = metric({
  name: 'FUNNEL_YIELD',
  title: 'Funnel yield',
  category: 'effectiveness',
  indicator: 'neither',
  better: 'higher',
  about: 'Gross profit that a number of net leads comes to, by the rates of the funnel from lead to win.',
  questions: ['What are our leads worth?', 'Where do we lose people in the funnel?'],
  parameters: {
    net_leads: { unit: 'leads', about: 'Net leads issued', measured: { metric: 'NET_LEADS_ISSUED' } },
    lead_to_opp: {
      unit: 'deals per lead',
      about: 'Share of leads that become an opportunity',
      measured: { metric: 'LEAD_TO_OPP_RATE' },
    },
    opp_to_win: {
      unit: 'fraction',
      about: 'Share of opportunities that are won, open ones counted in',
      measured: { metric: 'OPP_TO_WIN_RATE' },
    },
    gp_per_win: {
      unit: 'money per deal',
      about: 'Average gross profit of a won deal',
      measured: { metric: 'AVG_GROSS_PROFIT_PER_WIN' },
    },
  },
  formula: 'net_leads * lead_to_opp * opp_to_win * gp_per_win',
  unit: 'money',
  errors: [
    { when: 'net_leads < 0', error: '#NUM!', reason: 'net_leads is {net_leads}: a count cannot be below 0' },
    {
      when: 'lead_to_opp < 0 or lead_to_opp > 1',
      error: '#NUM!',
      reason: 'lead_to_opp is {lead_to_opp}: it lies between 0 and 1; write 25 % as 0.25 or 25%',
    },
    {
      when: 'opp_to_win < 0 or opp_to_win > 1',
      error: '#NUM!',
      reason: 'opp_to_win is {opp_to_win}: it lies between 0 and 1; write 25 % as 0.25 or 25%',
    },
  ],
  examples: [
    {
      given: { net_leads: 7, lead_to_opp: 0.7142857142857143, opp_to_win: 0.4, gp_per_win: 13500 },
      answer: 27000,
      about: '7 leads, 5 opportunities, 2 wins: exactly the gross profit of that cohort',
    },
    { given: { net_leads: 100, lead_to_opp: 0.4, opp_to_win: 0.25, gp_per_win: 13500 }, answer: 135000 },
    {
      given: { net_leads: 100, lead_to_opp: 40, opp_to_win: 0.25, gp_per_win: 13500 },
      answer: '#NUM!',
      about: '40 typed for 40 %',
    },
  ],
  sources: [{ label: 'Catalogue of Plumbline, section E: the product of the chain' }],
  keywords: ['funnel', 'lead value', 'expected gross profit', 'funnel math'],
})
