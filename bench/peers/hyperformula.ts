import { HyperFormula } from 'hyperformula'
import { from, months, to } from './million'
import type { Peer } from './peers'

let engine: HyperFormula
let rows = 0

/** A spreadsheet engine: it counts nobody once, and keeps every cell in its graph. */
export const hyperformula: Peer = {
  load: ({ leads, deals }) => {
    rows = leads.length
    engine = HyperFormula.buildFromSheets(
      { Leads: leads as never, Deals: deals as never, Answers: [[null]] },
      { licenseKey: 'gpl-v3', maxRows: rows + 10 },
    )
  },
  count: () => {
    const column = (letter: string) => `Leads!${letter}1:${letter}${rows}`
    const issued = `${column('E')},TRUE(),${column('C')},">=${from}",${column('C')},"<${to + 1}"`
    const lost = ['INVALID', 'DUPLICATE'].map(code => `-COUNTIFS(${issued},${column('F')},"${code}")`)
    return answer(`=COUNTIFS(${issued})${lost.join('')}`)
  },
  cohort: () =>
    months.slice(1).map((end, month) => {
      const column = (letter: string) => `Deals!${letter}1:${letter}${rows}`
      const won = `${column('D')},"Won",${column('C')},">=${months[month]}",${column('C')},"<${end}"`
      return answer(`=SUMIFS(${column('E')},${won})-SUMIFS(${column('F')},${won})`)
    }),
}

function answer(formula: string): number {
  return engine.calculateFormula(formula, engine.getSheetId('Answers') as number) as number
}
