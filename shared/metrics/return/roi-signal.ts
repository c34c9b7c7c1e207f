import { metric } from '../metric'

export const roiSignal = metric({
  name: 'ROI_SIGNAL',
  title: 'Return on investment as a signal',
  category: 'return',
  indicator: 'neither',
  better: 'neither',
  about: 'Which test the ROI passed: above zero, above the hurdle rate, above the benchmark.',
  questions: ['Is marketing working?', 'Is this ROI a good one?'],
  parameters: {
    roi: { unit: 'fraction', about: 'Return on investment' },
    hurdle: {
      unit: 'fraction',
      optional: true,
      term: 'roi.hurdle_rate',
      about: 'Rate that money has to earn; left out, not tested',
    },
    benchmark: {
      unit: 'fraction',
      optional: true,
      about: 'ROI of peers or of last year; left out, not tested',
    },
    definitions: { definitions: true, about: 'They say what is left out: roi.hurdle_rate' },
  },
  spoken:
    'roi is held against 0, then against the hurdle and the benchmark where they are given; the text names the first ' +
    'test that it fails, else the last that it passes',
  formula:
    'if(roi < 0, "below zero: revise or stop", if(roi = 0, "zero: paid for itself, no more", if(present(hurdle) and roi < hurdle, "positive, below hurdle", if(present(benchmark) and roi < benchmark, if(present(hurdle), "above hurdle, below benchmark", "positive, below benchmark"), if(present(benchmark), "above benchmark", if(present(hurdle), "above hurdle", "positive"))))))',
  unit: 'text',
  errors: [],
  examples: [
    { given: { roi: 4, hurdle: 0.1, benchmark: 3 }, answer: 'above benchmark' },
    { given: { roi: 2, hurdle: 0.1, benchmark: 3 }, answer: 'above hurdle, below benchmark' },
    { given: { roi: 0.05, hurdle: 0.1, benchmark: 3 }, answer: 'positive, below hurdle' },
    { given: { roi: -0.2, hurdle: 0.1, benchmark: 3 }, answer: 'below zero: revise or stop' },
    { given: { roi: 0.1, hurdle: 0.1 }, answer: 'above hurdle', about: 'Meeting the hurdle is enough' },
    { given: { roi: 0.05, benchmark: 3 }, answer: 'positive, below benchmark', about: 'No hurdle is set' },
    { given: { roi: 0.05 }, answer: 'positive', about: 'Nothing to compare with' },
    { given: { roi: 0, hurdle: 0.1 }, answer: 'zero: paid for itself, no more' },
  ],
  sources: [{ label: 'Catalogue of Plumbline, section A: an ROI above zero is not yet a good one' }],
  keywords: ['good ROI', 'rating', 'traffic light', 'verdict', 'RAG'],
})
