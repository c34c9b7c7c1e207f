import { isFault, parse } from '../formula/parse'
import { hasControls } from '../letters'
import { nearest } from '../nearest'
import { type Cell, type CellError, cellError, isBlank, isCellError, shown } from '../values'
import { datesOf, timeOf } from './clock'
import { type Fault, isFaulty } from './fault'
import { choiceOf, numberOf } from './field'
import { parseRecord, parseTable } from './parse-table'
import { ruleText } from './rule'
import type { SetTerm, Term, TermValue, TextTerm } from './term'
import { termIds, termNamed } from './terms'
import { worded } from './worded'

/**
 * Reads what stands in the value's cell of a term. Total: any cell gives a value or a `#VALUE!` that says what to write.
 *
 *     set, dates  = "none" | item { "," item }            ad_spend, labour, creative
 *     table       = "none" | row { ";" row }              row   = key ":" field { "/" field }
 *     record      = field { ";" field }                   field = name ":" value
 *
 * Fields of a table stand in the order of the declaration; all but the first may be left blank. Other types are what
 * the cell holds: a number, TRUE, a time, a date, a word. A blank cell is refused: blank is written `none`.
 */
export function parseTerm(id: string, cell: Cell): TermValue | CellError {
  const term = termNamed(id)
  if (!term) return unknownTerm(id)
  if (isCellError(cell)) return cell
  if (isBlank(cell) || (typeof cell === 'string' && cell.trim() === '')) {
    return cellError('#VALUE!', `${id} has no value: write one, or “none” where nothing is meant`)
  }
  const value = read(term, typeof cell === 'string' ? cell.normalize('NFC').trim() : cell)
  return isFaulty(value) ? cellError('#VALUE!', `${id}: ${value.fault}`) : value
}

export function unknownTerm(id: string): CellError {
  const close = nearest(id, termIds)
  const hint = close.length > 0 ? `did you mean ${close.join(', ')}?` : 'the sidebar lists all terms'
  return cellError('#VALUE!', `there is no term “${id.slice(0, 60)}”: ${hint}`)
}

function read(term: Term, cell: number | string | boolean): TermValue | Fault {
  switch (term.type) {
    case 'set':
      return setOf(term, cell)
    case 'enum':
      return choiceOf(String(cell), term.choices)
    case 'int':
    case 'number':
    case 'fraction':
      if (term.default === null && isNone(cell)) return null
      return numberOf(cell, term)
    case 'flag':
      return flagOf(cell)
    case 'text':
      return textOf(term, cell)
    case 'time':
      return timeOf(cell)
    case 'dates':
      return isNone(cell) ? [] : datesOf(cell)
    case 'table':
      return isNone(cell) ? {} : parseTable(term, String(cell))
    case 'record':
      return parseRecord(term, String(cell))
    case 'rule':
      return ruleText(term, cell)
    case 'formula':
      return formulaOf(String(cell))
  }
}

/** A set without items, a table without rows, a number that is left blank. */
function isNone(cell: number | string | boolean): boolean {
  return typeof cell === 'string' && cell.toLowerCase() === 'none'
}

function setOf({ choices, words }: SetTerm, cell: number | string | boolean): readonly string[] | Fault {
  if (isNone(cell)) return []
  const items: string[] = []
  for (const part of String(cell).split(',')) {
    const item = words ? worded(part) : part.trim()
    if (item === '') return { fault: 'an item is blank: write them as “one, two, three”' }
    if (/[;:]/.test(part) || hasControls(part) || /^[-=+@]/.test(item) || isNone(item)) {
      return { fault: `${shown(item)} is no item: use letters and digits, and join items by commas` }
    }
    if (choices && !Object.keys(choices).includes(item)) {
      return { fault: `${shown(item)} is none of ${Object.keys(choices).join(', ')}` }
    }
    if (items.some(other => other.toLowerCase() === item.toLowerCase())) {
      return { fault: `${shown(item)} is there twice: write it once` }
    }
    items.push(item)
  }
  return items
}

function flagOf(cell: number | string | boolean): boolean | Fault {
  const word = String(cell).toLowerCase()
  if (word === 'true' || word === 'yes') return true
  if (word === 'false' || word === 'no') return false
  return { fault: `${shown(cell)} is neither TRUE nor FALSE` }
}

function textOf({ pattern, wanted, digits }: TextTerm, cell: number | string | boolean): string | Fault {
  const text = typeof cell === 'number' && digits ? String(cell).padStart(digits, '0') : String(cell)
  return pattern.test(text) ? text : { fault: `${shown(cell)} does not fit: ${wanted}` }
}

function formulaOf(text: string): string | Fault {
  const tree = parse(text)
  if (!isFault(tree)) return text
  return { fault: `the formula is not understood at place ${tree.at + 1}: ${tree.message}` }
}
