import { metric } from '../metric'

export const leadToOppRate = metric({
  name: 'LEAD_TO_OPP_RATE',
  title: 'Lead to opportunity rate',
  category: 'effectiveness',
  indicator: 'leading',
  better: 'higher',
  about:
    'Leads that became an opportunity as a share of all leads, both of the same leads. Counting what both happened ' +
    'in a quarter mixes leads of different ages and can exceed 100 %.',
  questions: ['Do leads turn into opportunities?', 'Where do we lose people in the funnel?'],
  parameters: {
    opportunities: {
      unit: 'leads',
      about: 'Of these leads, those with an opportunity (several count once)',
      measured: { metric: 'LEADS_CONVERTED' },
    },
    leads: { unit: 'leads', about: 'Net leads issued', measured: { metric: 'NET_LEADS_ISSUED' } },
  },
  formula: 'opportunities / leads',
  unit: 'fraction',
  errors: [
    {
      when: 'opportunities < 0 or leads < 0',
      error: '#NUM!',
      reason: 'opportunities is {opportunities} and leads {leads}: a count cannot be below 0',
    },
    { when: 'leads = 0', error: '#DIV/0!', reason: 'leads is 0: there is no lead to become an opportunity' },
  ],
  examples: [
    { given: { opportunities: 5, leads: 7 }, answer: 0.7142857142857143, about: 'Of the net leads issued' },
    { given: { opportunities: 6, leads: 12 }, answer: 0.5, about: 'Of the leads created' },
    {
      given: { opportunities: 9, leads: 7 },
      answer: 1.2857142857142858,
      about: 'By period: 129 %, since some opportunities never were a lead',
    },
  ],
  sources: [
    {
      label: 'dbt Semantic Layer: conversion metrics',
      url: 'https://docs.getdbt.com/docs/build/conversion',
    },
  ],
  keywords: ['lead conversion', 'MQL to SQL', 'lead to deal', 'conversion rate'],
})
