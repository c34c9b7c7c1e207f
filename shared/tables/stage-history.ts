import { stageHistoryRules } from './row-rules/stage-history'
import type { Schema } from './schema'

export const stageHistory: Schema = {
  name: 'stage_history',
  row: 'change of stage',
  columns: {
    change_id: { type: 'id', optional: true, synonyms: ['Id', 'Opportunity History ID'] },
    deal_id: { type: 'id', key: true, synonyms: ['Opportunity ID', 'Opportunity', 'Record ID'] },
    stage: { type: 'text', key: true, synonyms: ['To Stage', 'StageName', 'New Value', 'Deal Stage'] },
    entered_at: {
      type: 'date',
      key: true,
      synonyms: ['Created Date', 'Last Modified', 'Last Modified Date', 'Edit Date', 'Change Date', 'Date'],
    },
    from_stage: { type: 'text', optional: true, synonyms: ['Old Value', 'Previous Stage'] },
    /** What the deal looked like from then on. */
    amount: { type: 'number', optional: true, synonyms: [] },
    expected_close: { type: 'date', optional: true, synonyms: ['Close Date'] },
    probability: { type: 'fraction', optional: true, synonyms: ['Probability (%)'] },
    forecast_category: { type: 'text', optional: true, synonyms: ['To Forecast Category'] },
    changed_by: {
      type: 'text',
      optional: true,
      synonyms: ['Created By', 'CreatedById', 'Last Modified By', 'Edited By'],
    },
  },
  rules: stageHistoryRules,
}
