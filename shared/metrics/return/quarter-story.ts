import { dayText } from '../../definitions/clock'
import type { Basis } from '../../definitions/resolve'
import type { TermValue } from '../../definitions/term'
import { latestEvent } from '../../tables/latest-event'
import { contextOf, type Period } from '../../tables/rows'
import { type Cell, type CellError, isCellError } from '../../values'
import { totalCost } from '../cost/total-cost'
import { funnelOpportunities } from '../effectiveness/funnel-opportunities'
import { netLeadsIssued } from '../leads/net-leads-issued'
import { type Answer, answersTo } from '../on-tables/answer'
import { movedBack } from '../on-tables/locate'
import type { Question } from '../on-tables/question'
import { tableFunction } from '../on-tables/table-function'
import { cohortMaturity } from './cohort-maturity'
import { cohortReturn } from './cohort-return'
import { cohortWins } from './cohort-wins'
import { moneyText, percentText } from './shown-number'
import { type Chain, comparison } from './story-comparison'

/** What the letters of the story stand for; all five are of one cohort. */
const letters = {
  X: { metric: totalCost, meaning: 'invested' },
  Y: { metric: netLeadsIssued, meaning: 'net sales leads issued' },
  Z: { metric: funnelOpportunities, meaning: 'opportunities created' },
  N: { metric: cohortWins, meaning: 'deals won' },
  G: { metric: cohortReturn, meaning: 'generated' },
} as const

export const quarterStory = tableFunction({
  name: 'QUARTER_STORY',
  title: 'Story of a quarter',
  category: 'return',
  indicator: 'neither',
  better: 'neither',
  about:
    'The quarter in one sentence: what was invested, the net leads issued for it, and the opportunities, wins and ' +
    'gross profit that came of those same leads; then what improved on the period before at the same age, what did ' +
    'not, and the next test.',
  questions: ['Is marketing working?', 'What did the leads of a quarter bring?'],
  keywords: ['quarterly report', 'narrative', 'summary', 'board slide', 'X Y Z N G'],
  sources: [{ label: 'Catalogue of Plumbline, section L: the quarter story' }],
  tables: ['leads', 'deals', 'costs'],
  period: 'required',
  parameters: {
    format: {
      about: 'A sentence, or the numbers in it',
      choices: { text: 'a text', array: 'a row {letter, value, meaning} for X, Y, Z, N and G' },
      default: 'text',
    },
    next_test: { text: true, about: 'What will be tried next', default: '' },
  },
  compute: (question, own) => {
    const chain = chainOf(question)
    if (own.format === 'array') {
      return Object.entries(letters).map(([letter, { meaning }], index): Cell[] => {
        return [letter, (chain[index] as Answer).value, meaning]
      })
    }
    const numbers = numbersOf(chain)
    if (isCellError(numbers)) return numbers
    const regimes = (chain[4] as Answer).regimes
    const terms = regimes[0]?.terms ?? {}
    const known = question.asOf ?? latestEvent(contextOf(question.tables, terms, undefined))
    const test = own.next_test ? ` Next test: ${own.next_test}` : ''
    return `${sentence(numbers, terms)} (as of ${dayText(known)}, ${told()}). ${against()}${test}`

    function told(): string {
      const window = terms['cohort.window_days']
      const maturity = answersTo(question, [{ metric: cohortMaturity, basis: undefined, overrides: {} }])
      const share = maturity.at(0, 0, 0).value
      const versions = [...new Set(regimes.map(({ version }) => version))]
      return [
        typeof window === 'number' ? `window ${window} d` : `window ${window} of won cycles`,
        ...(typeof share === 'number' ? [`${percentText(share, terms)} of the cohort mature`] : []),
        versions[0] === 0
          ? 'built-in definitions'
          : `definitions ${versions.map(one => `v${one}`).join(' and ')}`,
      ].join(', ')
    }

    /** By the rules of this period, and with what was known when the cohort before was as old as this one is now. */
    function against(): string {
      const [period] = question.periods as [Period]
      const before = movedBack(period, 1)
      const asOf = known - (period.from - before.from)
      const former = numbersOf(chainOf({ ...question, periods: [before], asOf }, 'restated', terms))
      const compared = isCellError(former) ? '' : comparison(numbers as Chain, former, terms)
      return compared || 'There is no period before to compare with.'
    }
  },
})

function chainOf(
  question: Question,
  basis?: Basis,
  terms: Readonly<Record<string, TermValue>> = {},
): readonly Answer[] {
  const overrides = { ...terms, 'conversion.method': 'cohort' }
  const wanted = Object.values(letters).map(({ metric }) => ({ metric, basis, overrides }))
  const { at } = answersTo(question, wanted)
  return wanted.map((_, index) => at(index, 0, 0))
}

/** The five numbers, or the first error with the name of what it is of. */
function numbersOf(chain: readonly Answer[]): Chain | CellError {
  const values: Record<string, number> = {}
  for (const [index, [letter, { metric }]] of Object.entries(letters).entries()) {
    const { value } = chain[index] as Answer
    if (isCellError(value)) return { ...value, reason: `${metric.name}: ${value.reason}` }
    values[letter] = Number(value)
  }
  return values as Chain
}

function sentence({ X, Y, Z, N, G }: Chain, terms: Readonly<Record<string, TermValue>>): string {
  const earned = String(terms['margin.basis']).replace('_', ' ')
  return [
    `We invested ${moneyText(X, terms)}`,
    `issued ${counted(Y, 'net sales lead')}`,
    `created ${counted(Z, 'opportunity')}`,
    `won ${counted(N, 'deal')}`,
    `and generated ${moneyText(G, terms)} ${earned}`,
  ].join(', ')
}

function counted(number: number, what: string): string {
  const many = what.endsWith('y') ? `${what.slice(0, -1)}ies` : `${what}s`
  return `${number} ${number === 1 ? what : many}`
}
