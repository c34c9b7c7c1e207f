import { parseTerm } from '../../shared/definitions/parse'
import type { Term } from '../../shared/definitions/term'
import { builtInTerms, termIds, termNamed } from '../../shared/definitions/terms'
import { writeTerm } from '../../shared/definitions/write'
import {
  isSingle,
  itemsOf,
  recordOf,
  rowsOf,
  ruleOf,
  writtenItems,
  writtenRecord,
  writtenRows,
  writtenRule,
} from '../../shared/sidebar/definitions/written'
import { editorOf } from '../../shared/workbook/definitions/editor'

/** Taken apart and put together again, as the forms do it. */
function reassembled(term: Term, value: string): string {
  const editor = editorOf(term)
  switch (editor.type) {
    case 'set':
    case 'dates':
      return writtenItems(itemsOf(value))
    case 'table':
      return isSingle(value, editor) ? value : writtenRows(rowsOf(value, editor))
    case 'record':
      return writtenRecord(editor.fields, recordOf(value))
    case 'rule': {
      const parts = ruleOf(value, editor.forms)
      return parts ? writtenRule(parts) : `no form of ${value}`
    }
    default:
      return value
  }
}

const others: readonly (readonly [string, string])[] = [
  ['cost.marketing_investment', 'none'],
  ['sla.response_hours', 'web: 1; other: 4.5'],
  ['sla.response_hours', '4'],
  ['calendar.holidays', '2026-04-03, 2026-04-06'],
  ['stage.map', 'won: won; negotiation: open/yes/4/0.6; new: open///0.1'],
  ['stage.map', 'none'],
  ['customer.new_rule', 'none_in_months(12)'],
  ['cohort.window_days', 'median x 1.5'],
  ['cohort.window_days', '90'],
  ['lead.qualification_threshold', 'score >= 60'],
  ['benchmark.win_rate_smb', 'metric: WIN_RATE; median: 0.22; source: Own survey; year: 2025'],
]

test.each([...termIds.map(id => [id, String(writeTerm(id, builtInTerms[id] ?? null))] as const), ...others])(
  'a form takes %s apart and writes it as the core reads it: %s',
  (id, value) => {
    const term = termNamed(id) as Term
    const again = reassembled(term, value)
    const read = parseTerm(id, value)
    if (read !== null && typeof read === 'object' && 'error' in read) {
      // A term that is blank until a team sets it: there is nothing to take apart.
      expect([null, []]).toContainEqual(builtInTerms[id] ?? null)
      expect(again).toBe(value)
    } else expect(parseTerm(id, again)).toEqual(read)
  },
)

test('a rule that has none of its forms is no rule', () => {
  expect(ruleOf('score above 60', [{ value: 'score >= n' }])).toBeUndefined()
})
