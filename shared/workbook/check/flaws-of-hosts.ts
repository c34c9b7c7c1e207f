import { type Area, cellAt } from '../area'
import { replaced } from '../formulas/edit-formula'
import { ownCalls } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import { type Placeholder, sheetsPlaceholder } from '../formulas/sheets-placeholder'
import type { Block, Overview } from '../steps'
import type { Flaw } from './flaw'

/** Our functions by the names that they have in this host, whatever a file or another host calls them. */
export function underOwnNames(formula: string, { prefix }: Pick<Overview, 'prefix'>): string {
  return replaced(
    formula,
    ownCalls(readFormula(formula)).map(({ call: { start, name: written }, name }) => ({
      ...{ start, end: start + written.length, text: prefix + name },
    })),
  )
}

/** Formulas of Google Sheets that an xlsx file brought along as texts, with what they showed last. */
export function flawsOfHosts({ area, formulas }: Block, overview: Overview): readonly Flaw[] {
  const placeholders = formulas.map(line => line.map(placeholderIn))
  return placeholders.flatMap((line, row) =>
    line.flatMap((placeholder, column): Flaw[] => {
      if (placeholder === undefined || placeholder === 'spilled') return []
      const spill = spillOf(placeholders, row, column)
      const place = {
        ...cellAt(area.sheet, area.top + row, area.left + column),
        ...{ bottom: area.top + row + spill.rows - 1, right: area.left + column + spill.columns - 1 },
      }
      return [frozen(place, formulas[row]?.[column] ?? '', placeholder.formula, overview)]
    }),
  )
}

function placeholderIn(formula: string): Placeholder | undefined {
  return /DUMMYFUNCTION\(/i.test(formula) ? sheetsPlaceholder(readFormula(formula)) : undefined
}

/** As far as the cells to the right of a formula, and those below it, were filled by one. */
function spillOf(
  placeholders: readonly (readonly (Placeholder | undefined)[])[],
  row: number,
  column: number,
) {
  let [rows, columns] = [1, 1]
  while (placeholders[row]?.[column + columns] === 'spilled') columns++
  while (placeholders[row + rows]?.[column] === 'spilled') rows++
  return { rows, columns }
}

function frozen(area: Area, holds: string, formula: string, overview: Overview): Flaw {
  const about = { kind: 'not recalculated', area, holds } as const
  const detail = 'It shows what it showed in Google Sheets, and no longer changes'
  if (ownCalls(readFormula(formula)).length === 0) {
    return {
      ...{ ...about, detail: `${detail}: ${formula.slice(0, 80)} cannot be computed here.` },
      remedy: 'Write it anew with functions of this spreadsheet.',
    }
  }
  return {
    ...{ ...about, detail: `${detail}.`, remedy: 'Enter its formula anew.' },
    mend: (text, row, column) =>
      row === area.top && column === area.left ? underOwnNames(formula, overview) : emptied(text),
  }
}

/** The formula fills it again; whatever else somebody put there stays. */
function emptied(text: string): string | undefined {
  return placeholderIn(text) === 'spilled' ? '' : undefined
}
