import { metric } from '../metric'

const linear =
  'n_post * (mean(pre) + 6 * (count(pre) + n_post) * sum((position(pre) - (count(pre) + 1) / 2) * pre) / (count(pre) * (count(pre) * count(pre) - 1)))'
const differences = 'n_post * (mean(pre) + mean(control_post) - mean(control_pre))'

export const organicBaseline = metric({
  name: 'ORGANIC_BASELINE',
  title: 'Organic baseline',
  category: 'return',
  indicator: 'neither',
  better: 'neither',
  about:
    'Sales that would have come without the campaign, by one of these methods. Without a control group it points a ' +
    'direction and proves no cause.',
  questions: ['What did the campaign itself bring?', 'What would we have sold anyway?'],
  parameters: {
    method: {
      about: 'How the baseline is found; it moves the ROI more than most things do, so agree on one',
      choices: {
        pre_average: 'the average before the campaign goes on: the weakest, since it knows no growth',
        linear: 'the straight trend before the campaign goes on (least squares)',
        cagr: 'the compound growth between the first and the last period before the campaign goes on',
        sply: 'the same periods of last year',
        did: 'the change of a control group is added (difference in differences)',
        did_ratio: 'the relative change of a control group is applied',
        manual: 'figures that you set yourself, in sply',
        none: 'nothing is taken off: all sales are credited to the campaign',
      },
      term: 'organic.method',
    },
    pre: {
      rangeOf: 'money',
      latest: 'organic.pre_periods',
      about:
        'Sales of the periods before the campaign, of one length and in order, without a gap; 12 are good',
    },
    n_post: { unit: 'number', about: 'Number of such periods that the campaign is judged on' },
    sply: {
      rangeOf: 'money',
      optional: true,
      about:
        'Sales of the same periods last year, one figure a period; with manual, the figures that you set',
    },
    control_pre: {
      rangeOf: 'money',
      optional: true,
      latest: 'organic.pre_periods',
      about: 'Sales of the control group before the campaign, beside pre, or their average',
    },
    control_post: {
      rangeOf: 'money',
      optional: true,
      about: 'Sales of the control group during the campaign, one figure a period, or their average',
    },
    floor_zero: {
      about: 'What a baseline below 0 is, as a steep fall would give',
      choices: { false: 'what it comes to', true: '0' },
      default: 'false',
      term: 'organic.floor_zero',
    },
    definitions: {
      definitions: true,
      about:
        'They say what is left out: organic.method, organic.floor_zero; and how many of the periods before count: ' +
        'organic.pre_periods',
    },
  },
  formula: 'mean(pre) * n_post',
  unit: 'money',
  variants: [
    {
      when: 'method = "none"',
      formula: 'n_post * sum(pre) * 0',
      about: 'With method “none”: no sales are organic',
    },
    {
      when: `floor_zero = "true" and (method = "linear" and ${linear} < 0 or method = "did" and ${differences} < 0)`,
      formula: 'n_post * sum(pre) * 0',
      about: 'With floor_zero: what comes to less than 0 is 0',
    },
    {
      when: 'method = "linear"',
      formula: linear,
      about:
        'With method “linear”: the least-squares line through the periods before, continued over the periods after ' +
        'and added up',
    },
    {
      when: 'method = "cagr" and last(pre) = first(pre)',
      formula: 'n_post * last(pre)',
      about: 'With method “cagr” and no growth: the last period goes on',
    },
    {
      when: 'method = "cagr"',
      formula:
        'last(pre) * (last(pre) / first(pre)) ^ (1 / (count(pre) - 1)) * ((last(pre) / first(pre)) ^ (n_post / (count(pre) - 1)) - 1) / ((last(pre) / first(pre)) ^ (1 / (count(pre) - 1)) - 1)',
      about:
        'With method “cagr”: the last period grows on at the compound rate (k periods have k - 1 steps between ' +
        'them), and the periods after are added up',
    },
    {
      when: 'method = "sply" or method = "manual"',
      formula: 'sum(sply)',
      about: 'With method “sply” or “manual”: the figures given, added up',
    },
    {
      when: 'method = "did"',
      formula: differences,
      about: 'With method “did”: the average before, plus what the control group changed by',
    },
    {
      when: 'method = "did_ratio"',
      formula: 'n_post * mean(pre) * mean(control_post) / mean(control_pre)',
      about: 'With method “did_ratio”: the average before, times the ratio that the control group changed by',
    },
  ],
  errors: [
    {
      when: 'n_post < 1 or n_post <> floor(n_post)',
      error: '#NUM!',
      reason: 'n_post is {n_post}: it is a whole number of periods, at least 1',
    },
    {
      when: '(method = "sply" or method = "manual") and not present(sply)',
      error: '#VALUE!',
      reason: 'sply is missing: methods “sply” and “manual” take their figures from it',
    },
    {
      when: '(method = "did" or method = "did_ratio") and not (present(control_pre) and present(control_post))',
      error: '#VALUE!',
      reason: 'control_pre or control_post is missing: a difference in differences needs a control group',
    },
    {
      when: 'method = "sply" and count(sply) <> n_post',
      error: '#VALUE!',
      reason: 'sply does not hold {n_post} figures: give one for each period after',
    },
    {
      when: 'method = "manual" and count(sply) = 0',
      error: '#N/A',
      reason: 'sply is empty: method “manual” takes its figures from it',
    },
    {
      when: 'method <> "sply" and method <> "manual" and method <> "none" and count(pre) < 2',
      error: '#N/A',
      reason: 'pre holds fewer than 2 figures: there is no baseline before so little history',
    },
    {
      when: 'method = "linear" and count(pre) < 3',
      error: '#N/A',
      reason: 'pre holds fewer than 3 figures: a line through 2 fits anything',
    },
    {
      when: 'method = "cagr" and first(pre) <= 0',
      error: '#NUM!',
      reason: 'pre begins at or below 0: growth from there has no rate',
    },
    {
      when: 'method = "cagr" and last(pre) < 0',
      error: '#NUM!',
      reason: 'pre ends below 0: growth to there has no rate',
    },
    {
      when: '(method = "did" or method = "did_ratio") and count(control_pre) <> 1 and count(control_pre) <> count(pre)',
      error: '#VALUE!',
      reason:
        'control_pre is not as long as pre: give the control group for the same periods, or one average',
    },
    {
      when: '(method = "did" or method = "did_ratio") and count(control_post) <> 1 and count(control_post) <> n_post',
      error: '#VALUE!',
      reason: 'control_post does not hold {n_post} figures: give one for each period after, or one average',
    },
    {
      when: 'method = "did_ratio" and sum(control_pre) = 0',
      error: '#DIV/0!',
      reason: 'control_pre averages 0: there is no ratio to it',
    },
  ],
  warnings: [
    {
      when: 'method <> "did" and method <> "did_ratio" and method <> "none"',
      says: 'Without a control group it points a direction and proves no cause.',
    },
  ],
  examples: [
    {
      given: { method: 'linear', pre: [100, 104, 108, 112], n_post: 3 },
      answer: 360,
      about: '116, 120 and 124 would have come',
    },
    {
      given: { method: 'cagr', pre: [100, 104, 108, 112], n_post: 3 },
      answer: 362.5416054714228,
      about: 'Three steps between four periods: 3.85 % each',
    },
    { given: { method: 'sply', pre: [100, 104, 108, 112], n_post: 3, sply: [105, 108, 111] }, answer: 324 },
    {
      given: { method: 'pre_average', pre: [100, 104, 108, 112], n_post: 3 },
      answer: 318,
      about: 'As if nothing had been growing',
    },
    {
      given: {
        method: 'did',
        pre: [100, 104, 108, 112],
        n_post: 3,
        control_pre: [50, 50, 50, 50],
        control_post: [53, 53, 53],
      },
      answer: 327,
      about: 'The control group gained 3 a period',
    },
    {
      given: {
        method: 'did_ratio',
        pre: [100, 104, 108, 112],
        n_post: 3,
        control_pre: [50, 50, 50, 50],
        control_post: [53, 53, 53],
      },
      answer: 337.08,
      about: 'The control group gained 6 %',
    },
    { given: { method: 'manual', pre: [100, 104, 108, 112], n_post: 3, sply: [350] }, answer: 350 },
    {
      given: { method: 'linear', pre: [120, 110, 100], n_post: 2 },
      answer: 170,
      about: 'Shrinking sales go on shrinking: 90 and 80',
    },
    { given: { method: 'cagr', pre: [100, 100], n_post: 3 }, answer: 300, about: 'No growth' },
    {
      given: { method: 'linear', pre: [100, 104], n_post: 3 },
      answer: '#N/A',
      about: 'Two points are no trend',
    },
    {
      given: { method: 'did', pre: [100, 104], n_post: 3 },
      answer: '#VALUE!',
      about: 'No control group is given',
    },
  ],
  sources: [
    {
      label: 'Lenskold Group: capturing campaign sales lift, can pre/post measurements be trusted?',
      url: 'http://www.lenskold.com/capturing-campaign-sales-lift-can-pre-post-measurements-be-trusted/',
    },
    { label: 'Marketing IQ: measuring incremental sales', url: 'https://www.marketingiq.co.uk/?p=5173' },
  ],
  keywords: [
    'incremental sales',
    'organic growth',
    'counterfactual',
    'trend',
    'difference in differences',
    'DiD',
  ],
  noSql: 'a column of a database has no order, and a trend needs one',
})
