import { latestOf } from '../../definitions/governing'
import { readDefinitions } from '../../definitions/table'
import type { Terms } from '../../definitions/term'
import { builtInTerms } from '../../definitions/terms'
import { isCellError, isMatrix } from '../../values'
import { type Area, cellAt } from '../area'
import { argumentValue, isForeign, type Surroundings } from '../formulas/argument-values'
import { cellsOf } from '../formulas/cells-read'
import { shownFormula } from '../formulas/formula-locale'
import { nameArea, sheetCalled } from '../formulas/locate'
import { namesGiven, ownCalls } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import type { Finding, SheetChecked } from '../questions'
import { type Block, type Locale, type Overview, overview, Refused, read, type Steps } from '../steps'
import { type Flaw, severities } from './flaw'
import { type CellsChecked, flawsInCells } from './flaws-in-cells'
import { remedyOf } from './remedy'

/** Cells that are read in one step, so that a page stays quick between them. */
const cellsAtOnce = 20_000

/** Causes are computed for as many errors; further ones are listed with what their code says. */
const mostExplained = 25

/** What is wrong with a sheet, worst first, and which definitions its formulas go by. */
export function* checkSheet({ sheet }: { readonly sheet: string }): Steps<SheetChecked> {
  const around = yield* overview()
  const { flaws, used } = yield* checkedCells(sheet, around)
  const explained = yield* withCauses(flaws, around)
  return { findings: explained.map(flaw => findingOf(flaw, around.locale)), used }
}

export function* checkedCells(name: string, around: Overview): Steps<CellsChecked> {
  const sheet = sheetCalled(name, around)
  if (!sheet) throw new Refused(`There is no sheet ${name} any more.`)
  if (sheet.rows === 0 || sheet.columns === 0) return { flaws: [], used: [] }
  const area = { ...cellAt(sheet.name, 0, 0), bottom: sheet.rows - 1, right: sheet.columns - 1 }
  return flawsInCells(yield* wholeBlock(area), around, yield* termsNow(around))
}

/** The built-in ones where there are no others, or none that can be read: that is told elsewhere. */
function* termsNow(around: Overview): Steps<Terms> {
  const area = nameArea('DEFINITIONS', around)
  const [block] = area ? yield* read([area]) : []
  const set = readDefinitions(block && block.values.length > 0 ? block.values : undefined)
  return isCellError(set) ? builtInTerms : latestOf(set.rows)
}

export function* wholeBlock(area: Area): Steps<Block> {
  const rows = Math.max(1, Math.floor(cellsAtOnce / (area.right - area.left + 1)))
  const values: Block['values'][number][] = []
  const formulas: Block['formulas'][number][] = []
  for (let top = area.top; top <= area.bottom; top += rows) {
    const [block] = yield* read([{ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) }])
    for (const row of block?.values ?? []) values.push(row)
    for (const row of block?.formulas ?? []) formulas.push(row)
  }
  return { area, values, formulas }
}

/** Of errors in formulas of ours, the cause as the core says it. */
function* withCauses(flaws: readonly Flaw[], around: Overview): Steps<readonly Flaw[]> {
  const told: Flaw[] = []
  let explained = 0
  for (const flaw of flaws) {
    const isOurs = flaw.kind === 'error' && ownCalls(readFormula(flaw.holds)).length > 0
    if (!isOurs || explained++ >= mostExplained) told.push(flaw)
    else told.push(yield* withCause(flaw, around))
  }
  return told
}

function* withCause(flaw: Flaw, overview: Overview): Steps<Flaw> {
  const { area, holds } = flaw
  const expression = readFormula(holds)
  const cell = cellAt(area.sheet, area.top, area.left)
  const cells = yield* cellsOf([expression], area.sheet, overview)
  const around: Surroundings = {
    ...{ overview, cell, cells },
    ...{ given: namesGiven(expression), known: new WeakMap() },
  }
  // The innermost call that fails is the cause of the others.
  for (const { call } of [...ownCalls(expression)].reverse()) {
    const found = argumentValue(call, around)
    const value = isForeign(found) ? undefined : isMatrix(found) ? found.flat().find(isCellError) : found
    if (!isCellError(value)) continue
    return { ...flaw, detail: `${flaw.detail} ${sentence(value.reason)}`, remedy: remedyOf(value) }
  }
  return flaw
}

/** With a capital and a full stop, but for an argument's name: `net_leads` stays as people type it. */
function sentence(reason: string): string {
  const isName = /^[a-z]+_/.test(reason)
  const begun = isName ? reason : `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}`
  return `${begun}${/[.?!]$/.test(reason) ? '' : '.'}`
}

/** As the sidebar is told: formulas as people here read them. */
export function findingOf({ mend, ...flaw }: Flaw, locale: Locale): Finding {
  const { kind, area, holds } = flaw
  const mended = mend?.(holds, area.top, area.left)
  return {
    ...{ ...flaw, severity: severities[kind], holds: shownContent(holds, locale) },
    ...(mended === undefined ? {} : { mended: shownFormula(mended, locale) }),
  }
}

/** A formula or a number; other texts are what they are. */
function shownContent(text: string, locale: Locale): string {
  return /^(=|-?\d[\d.eE+-]*$)/.test(text) ? shownFormula(text, locale) : text
}
