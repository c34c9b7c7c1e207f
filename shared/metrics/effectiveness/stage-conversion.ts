import { metric } from '../metric'

export const stageConversion = metric({
  name: 'STAGE_CONVERSION',
  title: 'Stage conversion',
  category: 'effectiveness',
  indicator: 'leading',
  better: 'higher',
  about:
    'Of the deals that reached a stage in the period, the share that has reached a later one since. A stage that was ' +
    'skipped was passed, by the order of the stages in the definitions.',
  questions: ['Where do we lose people in the funnel?', 'Where does the pipeline stall?'],
  parameters: {
    passed: {
      unit: 'deals',
      about: 'Of these deals, those that have reached stage_to since',
      measured: { from: 'stage_history', rows: 'converted', at: 'entered_at' },
    },
    reached: {
      unit: 'deals',
      about: 'Deals that first reached stage_from in the period',
      measured: { from: 'stage_history', rows: 'passes_from', at: 'entered_at' },
    },
    stage_from: {
      text: true,
      optional: true,
      example: '"Qualification"',
      about: 'The stage to begin with, as the table writes it',
      term: 'stage.from',
      callOnly: true,
    },
    stage_to: {
      text: true,
      optional: true,
      example: '"Closed Won"',
      about: 'The stage to reach, as the table writes it',
      term: 'stage.to',
      callOnly: true,
    },
  },
  formula: 'passed / reached',
  unit: 'fraction',
  errors: [
    {
      when: 'reached = 0',
      error: '#DIV/0!',
      reason: 'no deal reached the stage {stage_from} in the period: there is nothing to take a share of',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E: step by step, and overall' }],
  keywords: ['funnel conversion', 'stage to stage', 'step conversion', 'pass-through rate'],
  onTablesOnly: true,
})
