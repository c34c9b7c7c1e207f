import type { TableChecks } from './check'

export const activityChecks: TableChecks = {
  unique: ['activity_id'],
  checks: [
    {
      columns: ['duration_min'],
      when: 'duration_min < 0',
      problem: 'the duration is below 0',
      remedy: 'correct it, in minutes',
    },
  ],
}

export const targetChecks: TableChecks = {
  checks: [
    {
      columns: ['period_end'],
      when: 'days(period_start, period_end) < 0',
      problem: 'the period ends before it begins',
      remedy: 'correct one of the two dates',
    },
    {
      columns: ['target'],
      when: 'not present(target)',
      problem: 'the target is blank',
      remedy: 'fill it in, or remove the row',
    },
    {
      columns: ['direction'],
      when: 'present(direction) and direction <> "higher" and direction <> "lower"',
      problem: '“{cell}” is neither higher nor lower',
      remedy: 'write which of the two is better',
    },
  ],
}

export const quotaChecks: TableChecks = {
  unique: ['rep', 'period'],
  checks: [
    {
      columns: ['quota'],
      when: 'not present(quota) or quota <= 0',
      problem: 'the quota is not above 0',
      remedy: 'fill it in, or remove the row: reps without a quota are counted apart',
    },
    {
      columns: ['ramp'],
      when: 'ramp <= 0',
      problem: 'the ramp is not above 0',
      remedy: 'write the share of the quota that is due, 1 for all of it',
    },
  ],
}

export const subscriptionChecks: TableChecks = {
  checks: [
    {
      columns: ['end'],
      when: 'days(start, end) < 0',
      problem: 'ends before it starts',
      remedy: 'correct one of the two dates',
    },
    {
      columns: ['amount'],
      when: 'not present(amount)',
      problem: 'the amount is blank',
      remedy: 'fill in what is paid for the whole term',
    },
    {
      columns: ['term_months'],
      when: 'not present(term_months) or term_months <= 0',
      problem: 'the term is not above 0',
      remedy: 'fill in the months that the amount is paid for, 12 for a year',
    },
  ],
}

export const surveyChecks: TableChecks = {
  checks: [
    {
      columns: ['score'],
      when: 'kind = "nps" and (score < 0 or score > 10)',
      problem: '{cell} is outside 0…10',
      remedy: 'correct the answer, or the kind of survey',
    },
    {
      columns: ['score'],
      when: 'kind = "csat" and (score < 1 or score > csat.scale)',
      problem: '{cell} is outside the scale',
      remedy: 'correct the answer, the kind of survey, or csat.scale',
    },
  ],
}

export const repChecks: TableChecks = {
  checks: [
    {
      columns: ['end'],
      when: 'days(start, end) < 0',
      problem: 'left before joining',
      remedy: 'correct one of the two dates',
    },
  ],
}

export const scoredCallChecks: TableChecks = {
  unique: ['call_id', 'rubric'],
  checks: [
    {
      columns: ['score'],
      when: 'not present(score)',
      problem: 'the score is blank',
      remedy: 'fill it in, or remove the row: it was not scored',
    },
  ],
}
