import { COUNTIFS, SUMIFS } from '@formulajs/formulajs'
import { from, months, to } from './million'
import type { Peer } from './peers'

const columns: Record<string, unknown[]> = {}

/** The spreadsheet's own functions in JavaScript; they count nobody once, and do not know working days. */
export const formulajs: Peer = {
  load: ({ leads, deals }) => {
    for (const [name, place] of Object.entries({ issued: 2, qualified: 4, code: 5 }))
      columns[name] = leads.map(row => row[place])
    for (const [name, place] of Object.entries({ closed: 2, stage: 3, amount: 4, cogs: 5 }))
      columns[name] = deals.map(row => row[place])
  },
  count: () => {
    const { qualified, issued, code } = columns as Record<'qualified' | 'issued' | 'code', unknown[]>
    const issuedThen = [qualified, 'TRUE', issued, `>=${from}`, issued, `<${to + 1}`]
    const count = (...more: unknown[]): number => COUNTIFS(...issuedThen, ...more) as number
    return count() - count(code, 'INVALID') - count(code, 'DUPLICATE')
  },
  cohort: () =>
    months.slice(1).map((end, month) => {
      const won = [columns.stage, 'Won', columns.closed, `>=${months[month]}`, columns.closed, `<${end}`]
      return (SUMIFS(columns.amount, ...won) as number) - (SUMIFS(columns.cogs, ...won) as number)
    }),
}
