import { type Cell, isCellError } from '../../values'
import { byKey, groupsOf, refuseSeveral } from '../on-tables/groups'
import { overridesOf } from '../on-tables/own-function'
import { tableFunction } from '../on-tables/table-function'
import { leadResponseTime } from './lead-response-time'
import { netLeadsIssued } from './net-leads-issued'
import { responseSlaRate } from './response-sla-rate'

/** A row {rep, net leads, median hours, share in time} for each owner of leads, the fastest first. */
export const responseByRep = tableFunction({
  name: 'RESPONSE_BY_REP',
  title: 'Response by rep',
  category: 'leads',
  indicator: 'leading',
  better: 'lower',
  about:
    'Who answers leads fastest: for each rep the net leads issued in the period, the median hours to the first ' +
    'answer and the share answered within the agreed time. A rep who answers few of them has a fast median easily.',
  questions: ['How fast do we answer?', 'Who follows up fastest?'],
  keywords: ['leaderboard', 'speed to lead by rep', 'rep ranking', 'follow-up'],
  sources: [{ label: 'Catalogue of Plumbline, section D: see which reps follow up fastest' }],
  tables: ['leads'],
  alsoTables: ['activities'],
  period: 'required',
  parameters: {},
  columns: ['rep', 'net leads', 'median hours', 'share in time'],
  compute: question => {
    const several = refuseSeveral(question, 'RESPONSE_BY_REP')
    if (several) return several
    const wanted = [netLeadsIssued, leadResponseTime, responseSlaRate].map(metric => ({
      metric,
      basis: undefined,
      overrides: { ...overridesOf(metric), 'sla.statistic': 'median' },
    }))
    const answers = groupsOf(question, wanted, 'owner')
    if (isCellError(answers)) return answers
    return answers.groups
      .map((rep, group): Cell[] => [rep, ...wanted.map((_, index) => answers.at(index, 0, group).value)])
      .sort(
        ([rep, , hours], [other, , more]) =>
          slowness(hours) - slowness(more) || byKey(String(rep), String(other)),
      )
  },
})

/** Who has no median stands last. */
function slowness(hours: Cell | undefined): number {
  return typeof hours === 'number' ? hours : Number.MAX_VALUE
}
