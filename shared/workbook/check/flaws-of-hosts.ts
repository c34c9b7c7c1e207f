import { type Area, cellAt } from '../area'
import { ownCalls } from '../formulas/own-calls'
import { prefixed } from '../formulas/prefixed'
import { readFormula } from '../formulas/read-formula'
import { type Placeholder, sheetsPlaceholder } from '../formulas/sheets-placeholder'
import type { Block, Overview } from '../steps'
import type { Flaw } from './flaw'

/** Formulas of Google Sheets that an xlsx file brought along as texts, with what they showed last. */
export function flawsOfHosts({ area, formulas }: Block, overview: Overview): readonly Flaw[] {
  const placeholderAt = (row: number, column: number) => placeholderIn(formulas[row]?.[column] ?? '')
  const found: Flaw[] = []
  for (const [row, line] of formulas.entries()) {
    for (const [column, holds] of line.entries()) {
      const placeholder = placeholderIn(holds)
      if (placeholder === undefined || placeholder === 'spilled') continue
      // As far as the cells to the right of a formula, and those below it, were filled by one.
      let [right, bottom] = [column, row]
      while (placeholderAt(row, right + 1) === 'spilled') right++
      while (placeholderAt(bottom + 1, column) === 'spilled') bottom++
      const place = cellAt(area.sheet, area.top + row, area.left + column)
      const filled = { ...place, bottom: area.top + bottom, right: area.left + right }
      found.push(frozen(filled, holds, placeholder.formula, overview))
    }
  }
  return found
}

function placeholderIn(formula: string): Placeholder | undefined {
  return /DUMMYFUNCTION\(/i.test(formula) ? sheetsPlaceholder(readFormula(formula)) : undefined
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
      row === area.top && column === area.left ? prefixed(formula, overview.prefix) : emptied(text),
  }
}

/** The formula fills it again; whatever else somebody put there stays. */
function emptied(text: string): string | undefined {
  return placeholderIn(text) === 'spilled' ? '' : undefined
}
