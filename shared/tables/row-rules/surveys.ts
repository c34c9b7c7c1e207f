/** Which answers are of which survey; without a kind, an answer is of whichever survey is asked for. */
export const surveyRules = {
  csat_answer:
    'present(score) and within_period and (not present(kind) or kind = "csat" or kind = "customer satisfaction")',
  nps_answer:
    'present(score) and within_period and (not present(kind) or kind = "nps" or kind = "net promoter score" or kind = "customer loyalty")',
  within_period: 'days(period_from, at) >= 0 and days(at, period_to) >= 0',
} as const
