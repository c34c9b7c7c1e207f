import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type Cell, isCellError } from '../../values'
import type { Metric } from '../metric'
import { answersTo } from '../on-tables/answer'
import { byKey, groupsOf, refuseSeveral } from '../on-tables/groups'
import { tableFunction } from '../on-tables/table-function'
import { leadsIssued } from './leads-issued'

/** LEADS_ISSUED, depending on what the codes mean too. */
const leadsWithOutcome: Metric = {
  ...leadsIssued,
  parameters: {
    leads_issued: {
      unit: 'leads',
      about: 'All leads issued',
      measured: { from: 'leads', rows: 'issued and present(outcome_known)', at: 'issued_at' },
    },
  },
}

/** A row {code, leads, share} for each outcome code, most leads first; the leads add up to LEADS_ISSUED. */
export const outcomeMix = tableFunction({
  name: 'OUTCOME_MIX',
  title: 'Outcome mix',
  category: 'leads',
  indicator: 'leading',
  better: 'neither',
  about:
    'What became of the leads issued in the period: how many have each outcome code, and their share. Leads without ' +
    'a code are in a row (uncoded), a code outside your set in a row of its own that says (unknown).',
  questions: ['Does sales say what became of the leads?', 'What becomes of the leads that are not ready?'],
  keywords: ['disposition', 'outcome codes', 'lead status', 'loss reasons of leads'],
  sources: [{ label: 'Catalogue of Plumbline, section C: a small, required set of codes' }],
  tables: ['leads'],
  period: 'required',
  parameters: {},
  columns: ['code', 'leads', 'share'],
  compute: question => {
    const several = refuseSeveral(question, 'OUTCOME_MIX')
    if (several) return several
    const wanted = [{ metric: leadsWithOutcome, basis: undefined, overrides: {} }]
    const answers = groupsOf(question, wanted, 'outcome_known')
    if (isCellError(answers)) return answers
    const total = answersTo(question, wanted).at(0, 0, 0).value
    return answers.groups
      .map((code, group): readonly [string, Cell] => [code, answers.at(0, 0, group).value])
      .sort(([code, many], [other, more]) => Number(more) - Number(many) || byKey(code, other))
      .map(([code, many]): Cell[] => [code, many, shareOf(many, total)])
  },
})

function shareOf(many: Cell, total: Cell): Cell {
  if (isCellError(many)) return many
  if (isCellError(total)) return total
  return evaluate(treeOf('many / total'), { many: Number(many), total: Number(total) })
}
