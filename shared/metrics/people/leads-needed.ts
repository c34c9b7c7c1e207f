import { metric } from '../metric'

export const leadsNeeded = metric({
  name: 'LEADS_NEEDED',
  title: 'Leads needed',
  category: 'people',
  indicator: 'neither',
  better: 'lower',
  about:
    'How many leads reach a target at the conversion rates that you have, rounded up: the funnel backwards.',
  questions: ['How much do we need to reach the target?'],
  parameters: {
    target: { unit: 'money', about: 'What is to be reached, counted as gp_per_win is' },
    lead_to_opp: { unit: 'deals per lead', about: 'Share of leads that become opportunities' },
    opp_to_win: { unit: 'fraction', about: 'Share of opportunities that are won' },
    gp_per_win: { unit: 'money per deal', about: 'Gross profit of a won deal' },
  },
  formula: 'ceil(target / (lead_to_opp * opp_to_win * gp_per_win))',
  unit: 'leads',
  errors: [
    {
      when: 'lead_to_opp < 0 or lead_to_opp > 1',
      error: '#NUM!',
      reason: 'lead_to_opp is {lead_to_opp}: a share from 0 to 1 is needed; write 40 % as 0.4 or 40%',
    },
    {
      when: 'opp_to_win < 0 or opp_to_win > 1',
      error: '#NUM!',
      reason: 'opp_to_win is {opp_to_win}: a share from 0 to 1 is needed; write 25 % as 0.25 or 25%',
    },
    {
      when: 'gp_per_win < 0',
      error: '#NUM!',
      reason: 'gp_per_win is {gp_per_win}: every win would lead away from the target',
    },
    { when: 'target < 0', error: '#NUM!', reason: 'target is {target}: a target of 0 or more is needed' },
    {
      when: 'lead_to_opp = 0 or opp_to_win = 0 or gp_per_win = 0',
      error: '#DIV/0!',
      reason: 'a lead is worth 0: no number of such leads reaches a target',
    },
  ],
  examples: [
    {
      given: { target: 100000, lead_to_opp: 0.4, opp_to_win: 0.25, gp_per_win: 13500 },
      answer: 75,
      about: 'A lead is worth 1,350 on average: 74.07 leads',
    },
    {
      given: { target: 1350, lead_to_opp: 0.4, opp_to_win: 0.25, gp_per_win: 13500 },
      answer: 1,
      about: 'Exactly one, not two',
    },
    {
      given: { target: 100000, lead_to_opp: 0.4, opp_to_win: 25, gp_per_win: 13500 },
      answer: '#NUM!',
      about: '25 for 25 %',
    },
  ],
  sources: [{ label: 'FUNNEL_YIELD solved for the leads: catalogue of Plumbline, sections E and H' }],
  keywords: ['leads required', 'reverse funnel', 'demand planning', 'lead goal', 'back into leads'],
})
