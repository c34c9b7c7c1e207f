import { metric } from '../metric'

export const pipelineCoverage = metric({
  name: 'PIPELINE_COVERAGE',
  title: 'Pipeline coverage',
  category: 'pipeline',
  indicator: 'leading',
  better: 'higher',
  about: 'How many times the open pipeline covers the target, or what is still to go of it.',
  questions: ['Will we make the target?', 'Is there enough pipeline?'],
  parameters: {
    pipeline: {
      unit: 'money',
      about: 'Open qualified pipeline that can close in the period',
      measured: { metric: 'PIPELINE_VALUE' },
    },
    target: {
      unit: 'money',
      about: 'Target of the period',
      measured: { metric: 'REVENUE_TARGET' },
    },
    won_to_date: {
      unit: 'money',
      about: 'Won so far, for variant to_go',
      default: 0,
      measured: { metric: 'TOTAL_REVENUE' },
    },
    variant: {
      about: 'What is to be covered',
      choices: { total: 'the whole target', to_go: 'what is left of it after what is won' },
      default: 'total',
      term: 'coverage.variant',
    },
    definitions: { definitions: true, about: 'They say what is left out: coverage.variant' },
  },
  formula: 'pipeline / target',
  unit: 'fraction',
  variants: [
    {
      when: 'variant = "to_go"',
      formula: 'pipeline / (target - won_to_date)',
      about: 'With variant “to_go”: of the target less what is won',
    },
  ],
  errors: [
    { when: 'target = 0', error: '#DIV/0!', reason: 'target is 0: there is nothing to cover' },
    {
      when: 'target < 0 or pipeline < 0',
      error: '#NUM!',
      reason: 'pipeline is {pipeline} and target {target}: neither can be below 0',
    },
    {
      when: 'variant = "to_go" and target = won_to_date',
      error: '#DIV/0!',
      reason: 'the target is met to the last: nothing is left to cover',
    },
    {
      when: 'variant = "to_go" and target < won_to_date',
      error: '#N/A',
      reason: 'target met: {won_to_date} is won of {target}, so nothing is left to cover',
    },
  ],
  examples: [
    { given: { pipeline: 2400000, target: 800000 }, answer: 3, about: 'Three times the target' },
    {
      given: { pipeline: 2400000, target: 800000, won_to_date: 300000, variant: 'to_go' },
      answer: 4.8,
      about: 'Nearly five times what is left of it',
    },
    {
      given: { pipeline: 2400000, target: 800000, won_to_date: 900000, variant: 'to_go' },
      answer: '#N/A',
      about: 'The target is met',
    },
  ],
  sources: [
    {
      label: 'Coverage of the whole target',
      url: 'https://kpitree.co/glossary/sales-metrics/pipeline-coverage-ratio',
    },
    {
      label: 'Coverage of what is to go',
      url: 'https://winsabove.pages.dev/glossary/pipeline-coverage-ratio',
    },
  ],
  keywords: ['coverage ratio', '3x coverage', 'pipeline to quota', 'pipeline to target'],
})
