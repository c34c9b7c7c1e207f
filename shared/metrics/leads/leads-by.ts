import { type Cell, isCellError } from '../../values'
import { byKey, groupsOf, refuseSeveral } from '../on-tables/groups'
import { overridesOf } from '../on-tables/own-function'
import { tableFunction } from '../on-tables/table-function'
import { leadsCreated } from './leads-created'
import { leadsIssued } from './leads-issued'
import { netLeadsIssued } from './net-leads-issued'

/** A row {value, leads created, leads issued, net leads issued} for each value of a column, most created first. */
export const leadsBy = tableFunction({
  name: 'LEADS_BY',
  title: 'Leads by source, campaign or any column',
  category: 'leads',
  indicator: 'leading',
  better: 'neither',
  about:
    'Where leads come from: how many came in, were issued and proved to be leads in the period, for each value of a ' +
    'column such as source, campaign or intent.',
  questions: ['Where do our leads come from?', 'How many real leads did marketing deliver?'],
  keywords: ['leads by source', 'leads by campaign', 'channel mix', 'lead origin'],
  sources: [{ label: 'Catalogue of Plumbline, section C: sources and signs of intent, shown to sales' }],
  tables: ['leads'],
  period: 'required',
  parameters: {
    column: { text: true, about: 'The column to divide by: source, campaign, owner …', example: '"source"' },
  },
  columns: ['value', 'leads created', 'leads issued', 'net leads issued'],
  compute: (question, { column }) => {
    const several = refuseSeveral(question, 'LEADS_BY')
    if (several) return several
    const wanted = [leadsCreated, leadsIssued, netLeadsIssued].map(metric => ({
      ...{ metric, basis: undefined, overrides: overridesOf(metric) },
    }))
    const answers = groupsOf(question, wanted, String(column))
    if (isCellError(answers)) return answers
    return answers.groups
      .map((key, group): Cell[] => [key, ...wanted.map((_, index) => answers.at(index, 0, group).value)])
      .sort(
        ([key, created], [other, more]) =>
          manyOf(more) - manyOf(created) || byKey(String(key), String(other)),
      )
  },
})

function manyOf(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0
}
