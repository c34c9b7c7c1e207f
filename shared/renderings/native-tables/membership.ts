import type { Cell } from '../../values'
import { noTwin } from './source'
import { type Condition, condition, never } from './written'

/** More spellings than this make a formula that nobody reads. */
const mostSpellings = 150

/** What Excel takes in quotes. */
const longestText = 255

/** A column as a formula compares with it. */
export interface Standing {
  readonly text: string
  /** Whether a cell holds what MATCH takes for a pattern. */
  readonly hasPatterns: boolean
  /** Whether all cells that stand there are texts. */
  readonly isText: boolean
}

/** Whether a cell is one of some, regardless of case, as spreadsheets compare. */
export function membership(cells: readonly Cell[], { text, hasPatterns, isText }: Standing): Condition {
  const spellings = isText ? joined(cells) : undefined
  if (spellings) return oneOfThese(`SUBSTITUTE(${text}," ","_")`, spellings, hasPatterns)
  return oneOfThese(text, cells, hasPatterns)
}

/** Words with spaces and underscores made one, where each counts in both spellings and that makes fewer. */
function joined(cells: readonly Cell[]): readonly Cell[] | undefined {
  const folds = new Set(cells.map(folded))
  const isWhole = cells.every(cell => spellingsOf(cell).every(other => folds.has(folded(other))))
  const fewer = [...new Set(cells.map(cell => String(cell).replace(/ /g, '_').toLowerCase()))]
  return isWhole && fewer.length < cells.length ? fewer : undefined
}

function oneOfThese(text: string, cells: readonly Cell[], hasPatterns: boolean): Condition {
  if (cells.length > mostSpellings) {
    throw noTwin(`${text} holds more than ${mostSpellings} words that count: too many to list in a formula`)
  }
  if (cells.some(cell => String(cell).length > longestText)) {
    throw noTwin(
      `${text} holds a text of more than ${longestText} characters, which no formula compares with`,
    )
  }
  const written = cells.map(literal)
  const [only] = written
  if (only === undefined) return never
  if (written.length === 1) {
    // An empty cell is FALSE to a spreadsheet, too.
    return condition(`(${text}=${only})`, ...(only === 'FALSE' ? [`(${text}<>"")`] : []))
  }
  // MATCH would take * and ? in a cell for a pattern.
  return condition(
    hasPatterns
      ? `(${written.map(one => `(${text}=${one})`).join('+')})`
      : `ISNUMBER(MATCH(${text},{${written.join(',')}},0))`,
  )
}

/** A word of several parts is written with spaces, or as the definitions write it. */
export function spellingsOf(word: Cell): readonly Cell[] {
  return typeof word === 'string' ? [word.replace(/_/g, ' '), word.replace(/ /g, '_')] : []
}

/** Cells that a spreadsheet takes for one have one such text. */
export function folded(cell: Cell): string {
  return `${typeof cell} ${String(cell).toLowerCase()}`
}

/** A cell as a formula writes it. */
export function literal(cell: Cell): string {
  return typeof cell === 'string' ? `"${cell.replace(/"/g, '""')}"` : String(cell).toUpperCase()
}
