/** What an argument may be, offered while it is typed: its choices, or the names of metrics. */
import { registries } from '@odoo/o-spreadsheet'
import { type FunctionParameter, functions } from '../shared/functions'
import { metricsByName, namesOnTables } from '../shared/metrics/by-name'

type Provider = Parameters<typeof registries.autoCompleteProviders.add>[1]
type Token = Parameters<Provider['getProposals']>[0]

interface SelectingCells {
  stopComposerRangeSelection(): void
}

interface Offer {
  readonly value: string
  readonly about: string
}

/** Enough to see what there is; what is typed narrows them down. */
const mostShown = 10

export function offerArguments(): void {
  registries.autoCompleteProviders.add('plumbline_arguments', {
    sequence: 50,
    autoSelectFirstProposal: true,
    maxDisplayedProposals: mostShown,
    getProposals: token => offersFor(token).map(proposal),
    selectProposal(token, { text }) {
      const start = isBefore(token) ? token.end : token.start
      // As o-spreadsheet's own do it: else what is typed next would stand before what was chosen.
      ;(this.composer as unknown as SelectingCells).stopComposerRangeSelection()
      this.composer.changeComposerCursorSelection(start, token.end)
      this.composer.replaceComposerCursorSelection(text)
    },
  })
}

function offersFor(token: Token): readonly Offer[] {
  const { parent, argPosition } = token.functionContext ?? {}
  const called = functions.find(({ name }) => name === parent?.toUpperCase())
  const parameter = called?.parameters[argPosition ?? -1]
  if (!parameter) return []
  const choices = (parameter.choices ?? []).map(value => ({ value, about: '' }))
  // A metric's name often stands in a cell: the arrow keys must be free to select it.
  if (isBefore(token)) return choices
  if (!isBegun(token)) return []
  const typed = token.value.replace('"', '').toUpperCase()
  return [...choices, ...metricNames(parameter)].filter(({ value }) => value.toUpperCase().startsWith(typed))
}

/** Whether nothing is typed of it yet. */
const isBefore = ({ type }: Token) => type === 'LEFT_PAREN' || type === 'ARG_SEPARATOR'

/** A name, or a text whose quotes are still open: one that is closed is meant as it stands, `""` above all. */
const isBegun = ({ type, value }: Token) =>
  type === 'SYMBOL' || (/^"./.test(value) && !/^"[^"]*"$/.test(value))

function metricNames({ name, kind }: FunctionParameter): readonly Offer[] {
  if (name !== 'metric' || kind !== 'text') return []
  return namesOnTables().map(value => ({ value, about: metricsByName.get(value)?.title ?? '' }))
}

function proposal({ value, about }: Offer) {
  const text = `"${value}"`
  return { text, description: about, fuzzySearchKey: text, htmlContent: [{ value: text }] }
}
