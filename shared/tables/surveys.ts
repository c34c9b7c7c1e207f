import { surveyRules } from './row-rules/surveys'
import type { Schema } from './schema'

export const surveys: Schema = {
  name: 'surveys',
  row: 'answer',
  columns: {
    respondent: {
      type: 'id',
      key: true,
      synonyms: ['Respondent ID', 'Contact ID', 'Customer ID', 'Customer', 'Email', 'Respondent Email'],
    },
    at: {
      type: 'date',
      key: true,
      synonyms: [
        ...['Submission Date', 'hs_submission_timestamp', 'Submitted At', 'Response Date', 'Responded At'],
        ...['Recorded Date', 'Survey Date', 'Date'],
      ],
    },
    score: {
      type: 'number',
      key: true,
      synonyms: ['Rating', 'hs_value', 'NPS Score', 'CSAT Score', 'NPS', 'CSAT', 'Answer'],
    },
    kind: { type: 'text', optional: true, synonyms: ['Survey Type', 'hs_survey_type', 'Survey'] },
    question: { type: 'text', optional: true, synonyms: ['Question Text', 'Survey Question'] },
  },
  rules: surveyRules,
}
