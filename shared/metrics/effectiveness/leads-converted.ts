import { metric } from '../metric'
import { conversionMethod } from './conversion-method'

export const leadsConverted = metric({
  name: 'LEADS_CONVERTED',
  title: 'Leads converted',
  category: 'effectiveness',
  indicator: 'leading',
  better: 'higher',
  about:
    'Net leads issued in the period that have become an opportunity so far; several opportunities of one lead count ' +
    'once. By period, all opportunities created in it, whether they were a lead or not.',
  questions: ['Do leads turn into opportunities?'],
  parameters: {
    converted: {
      unit: 'leads',
      about:
        'Net leads of the period with an opportunity of a type that counts, created after the lead was issued',
      measured: {
        from: 'credits',
        rows: 'conversion.method = "cohort" and opportunity',
        at: 'cohort_at',
        distinct: 'cohort_lead',
      },
    },
    created: {
      unit: 'leads',
      about: 'Opportunities created in the period, for method period',
      measured: { from: 'deals', rows: 'conversion.method = "period"', at: 'created_at' },
    },
    method: conversionMethod,
  },
  formula: 'converted',
  unit: 'leads',
  variants: [
    {
      when: 'method = "period"',
      formula: 'created',
      about: 'With method “period”: all opportunities created in the period',
    },
  ],
  errors: [],
  examples: [],
  sources: [
    {
      label: 'dbt Semantic Layer: conversion metrics',
      url: 'https://docs.getdbt.com/docs/build/conversion',
    },
  ],
  keywords: ['conversions', 'opportunities from leads', 'converted leads'],
  onTablesOnly: true,
})
