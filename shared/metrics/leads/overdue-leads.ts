import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type Cell, cellError, isCellError } from '../../values'
import { metric } from '../metric'
import { byKey } from '../on-tables/groups'
import { listedRows } from '../on-tables/listed-rows'
import { tableFunction } from '../on-tables/table-function'

/** How many there are: which ones is the answer. */
const overdue = metric({
  name: 'OVERDUE_LEADS',
  title: 'Overdue leads',
  category: 'leads',
  indicator: 'leading',
  better: 'lower',
  about: 'Net leads that nobody has answered, and whose agreed time is up.',
  questions: [],
  parameters: {
    overdue: {
      unit: 'leads',
      about: 'Net leads without an answer in the agreed time',
      measured: { from: 'leads', rows: 'net and overdue' },
    },
  },
  formula: 'overdue',
  unit: 'leads',
  errors: [],
  examples: [],
  sources: [],
  onTablesOnly: true,
})

/** A row {lead, owner, hours waited} for each overdue lead, the longest waiting first; `#N/A` where none is. */
export const overdueLeads = tableFunction({
  name: 'OVERDUE_LEADS',
  title: 'Overdue leads',
  category: 'leads',
  indicator: 'leading',
  better: 'lower',
  about:
    'Net leads that nobody has answered although their agreed time is up on the last day that is known, the longest ' +
    'waiting first.',
  questions: ['Does sales follow up?', 'Do we lose leads by neglect?'],
  keywords: ['unanswered leads', 'SLA breaches', 'to do', 'waiting leads'],
  sources: [{ label: 'Catalogue of Plumbline, section D: what was expected, and whether it happened' }],
  tables: ['leads'],
  period: 'none',
  parameters: {},
  columns: ['lead', 'owner', 'hours waited'],
  compute: question => {
    const found = listedRows(
      question,
      { metric: overdue, basis: undefined, overrides: {} },
      ({ read, has }) => {
        const [id, waited] = [read('lead_id'), read('waited_seconds')]
        const owner = has('owner') ? read('owner') : () => null
        return row => ({ id: id(row), owner: owner(row), waited: Number(waited(row)) })
      },
    )
    if (isCellError(found)) return found
    if (found.length === 0)
      return cellError('#N/A', 'no lead is overdue: all are answered, or still have time')
    return [...found]
      .sort((a, b) => b.waited - a.waited || byKey(String(a.id), String(b.id)))
      .map(({ id, owner, waited }): Cell[] => [id, owner, evaluate(treeOf('waited / 3600'), { waited })])
  },
})
