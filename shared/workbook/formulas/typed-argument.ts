import { dayOfText } from '../../definitions/clock'
import type { Area } from '../area'
import type { Locale, Overview } from '../steps'
import { type Expression, partsOf, within } from './formula-in-cell'
import { storedFormula } from './formula-locale'
import { isOpen, parseReference } from './formula-references'
import { formulaTokens, syntaxOf, type Token } from './formula-tokens'
import { locate } from './locate'
import { namesGiven, ownName } from './own-calls'
import { readFormula } from './read-formula'

/** An argument that a person typed, as a formula stores it; `''` for one that was left out. */
export interface TypedArgument {
  readonly stored: string
  readonly fault?: string
}

const localDate = /^\d{1,2}([./-])\d{1,2}\1\d{2,4}$/
const thousands = /^[-+]?\d{1,3}([., '\u00a0\u202f’])\d{3}(\1\d{3})*([.,]\d+)?$/
/** Periods that would read as a subtraction or an address. */
const period = /^((FY)?\d{4}[- ]?(Q[1-4]|M\d{1,2}|W\d{1,2})([- ]?W\d{1,2})?|\d{4}-\d\d|FY ?\d{4})$/i
const plainWords = /^[\p{L}_][^"(){}[\]]*$/u

/** Reads what was typed: a number, a date, a text with quotes or without, cells, a name, or a formula of these. */
export function typedArgument(typed: string, overview: Overview, sheet: string): TypedArgument {
  const text = typed.trim().replace(/^=/, '').trim()
  if (text === '') return { stored: '' }
  if (dayOfText(text) !== undefined) return { stored: `DATE(${text.split('-').map(Number).join(',')})` }
  if (localDate.test(text)) {
    return refused(
      `${text} can be read in two ways: write the date as 2026-01-31, or give the cell that holds it`,
    )
  }
  if (period.test(text)) return quoted(text)
  const { decimal } = overview.locale
  const [, mark] = thousands.exec(text) ?? []
  if (mark !== undefined && mark !== decimal) {
    return refused(`“${text}” has marks between its thousands: write the number without them`)
  }
  const stored = storedFormula(text, overview.locale)
  // By what was typed: stored, a part that nobody understands may look like one that everybody does.
  const expression = readFormula(text, syntaxOf(overview.locale))
  if (isWords(expression, overview, sheet) && plainWords.test(text)) return quoted(text)
  const isWhole = isOneArgument(formulaTokens(text, syntaxOf(overview.locale)))
  const fault = isWhole ? faultOf(expression, overview, sheet) : notUnderstood(overview.locale)
  return fault === undefined ? { stored } : refused(fault.replace('{text}', text.slice(0, 60)))
}

function refused(fault: string): TypedArgument {
  return { stored: '""', fault }
}

function quoted(text: string): TypedArgument {
  return { stored: `"${text.replace(/"/g, '""')}"` }
}

/** Whether it speaks of a name that the workbook does not know, as words without quotes do: `WIN_RATE@restated`. */
function isWords(expression: Expression, overview: Overview, sheet: string): boolean {
  const given = namesGiven(expression)
  return [...within(expression)].some(
    part =>
      part.kind === 'name' &&
      !given.includes(part.name.toUpperCase()) &&
      locate(part, sheet, overview) === undefined,
  )
}

/** Whether its brackets are closed, and no separator stands outside of them: else it would spill into the next one. */
function isOneArgument(tokens: readonly Token[]): boolean {
  const open: string[] = []
  for (const { kind } of tokens) {
    if (kind === 'unknown' || kind === 'equals') return false
    if (kind === 'open' || kind === 'open array') open.push(kind.replace('open', 'close'))
    if ((kind === 'close' || kind === 'close array') && open.pop() !== kind) return false
    if ((kind === 'argument' || kind === 'column' || kind === 'row') && open.length === 0) return false
  }
  return open.length === 0
}

function notUnderstood({ decimal }: Locale): string {
  return `“{text}” is not understood: write one number such as 1234${decimal}5, a text in quotes, or cells such as B2`
}

function faultOf(expression: Expression, overview: Overview, sheet: string): string | undefined {
  for (const part of within(expression)) {
    const fault = partFault(part, overview, sheet)
    if (fault !== undefined) return fault
  }
  return undefined
}

function partFault(part: Expression, overview: Overview, sheet: string): string | undefined {
  switch (part.kind) {
    case 'other':
      return notUnderstood(overview.locale)
    case 'reference':
      return referenceFault(part.text, locate(part, sheet, overview))
    case 'name':
      return locate(part, sheet, overview) ? undefined : `there is no name “${part.name}” in this workbook`
    case 'call':
      return callFault(part.name)
    case 'binary':
    case 'unary':
      return partsOf(part).some(({ kind }) => kind === 'missing')
        ? '“{text}” breaks off: something is missing in it'
        : undefined
    default:
      return undefined
  }
}

function referenceFault(text: string, area: Area | undefined): string | undefined {
  if (!area) return `${text} is not in this workbook: is the sheet spelt like that?`
  const reference = parseReference(text)
  if (!reference || !isOpen(reference)) return undefined
  return `${text} takes whole columns or rows, more than a formula can be handed: end it with the table, as A1:K200 does`
}

function callFault(name: string): string | undefined {
  if (ownName(name) !== undefined) return undefined
  if (!/^(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)$/i.test(name)) return undefined
  return `${name.toUpperCase()}() changes by itself, and formulas of Plumbline take nothing that does: give AS_OF`
}
