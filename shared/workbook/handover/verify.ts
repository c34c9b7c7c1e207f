import { type Cell, isCellError, isMatrix } from '../../values'
import type { Area } from '../area'
import { argumentValue, type Found, isForeign } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import { prefixed } from '../formulas/prefixed'
import { readFormula } from '../formulas/read-formula'
import { showsSame } from '../formulas/shows-same'
import { valueTold } from '../formulas/values-told'
import type { NumberVerified, Verified } from '../questions'
import { holds } from '../same'
import { overview, type Steps } from '../steps'
import { comparable, formulaIn, isAsHandedOver, type Origin, originsOf } from './bring-back'
import { areaOfInput, isSameInput } from './inputs'
import type { Line } from './line'
import { knownCode, valueOfText } from './literal'
import { surroundingsOf } from './plan'
import { provenance } from './provenance-sheet'
import { versionNow } from './told'
import { type WorkbookRead, workbookCells } from './workbook-cells'

/** What of a handed-over workbook is no more what it was, however it came back. */
export function* verify(): Steps<Verified> {
  const around = yield* overview()
  const { lines, sealed } = yield* provenance(around)
  const numbers = verifiedLines(lines, yield* workbookCells(around), 'copy')
  return { sealed, made: lines.find(({ metric }) => metric === 'made')?.value ?? '', numbers }
}

/** The same of the workbook that the copy was made of. */
export function* verifyOriginal(lines: readonly Line[]): Steps<readonly NumberVerified[]> {
  return verifiedLines(lines, yield* workbookCells(yield* overview()), 'original')
}

/** @param which the handed-over copy, or the workbook with its formulas */
function verifiedLines(
  lines: readonly Line[],
  read: WorkbookRead,
  which: 'copy' | 'original',
): readonly NumberVerified[] {
  const checksums = new Map(
    lines.flatMap(({ kind, cell, value }) => (kind === 'input' ? [[cell, value] as const] : [])),
  )
  return originsOf(lines).flatMap(origin => {
    const { formula, cell } = origin
    const expression = readFormula(prefixed(formula, read.overview.prefix))
    const around = surroundingsOf(expression, cell, read)
    const found = argumentValue(expression, around)
    const [[, first] = []] = origin.lines
    const inputs = first ? changedInputs(first, checksums, read) : []
    const isGoverned = first !== undefined && versionNow(expression, around) !== first.version
    return origin.lines.map(([place, one]): NumberVerified => {
      const element = { row: place.top - cell.top, column: place.left - cell.left }
      const recomputed = elementOf(found, element)
      const now = read.blocks.get(place.sheet)?.values[place.top]?.[place.left] ?? null
      const was = valueOfText(one.value)
      const isSame = areSame(now, was) && (recomputed === undefined || areSame(recomputed, was))
      const isKept = which === 'copy' ? isFormulaKept(place, one, read) : isOriginal(place, one, read, origin)
      const changes: NumberVerified['changes'] = [
        ...(isKept ? [] : (['formula typed over'] as const)),
        ...(isGoverned ? (['definitions changed'] as const) : []),
        ...(inputs.length > 0 ? (['inputs changed'] as const) : []),
        ...(isSame ? [] : (['number changed'] as const)),
      ]
      return {
        ...{ area: place, metric: one.metric, changes, inputs: inputs.slice(0, 10) },
        ...{ was: valueTold(was), is: valueTold(now) },
        ...(recomputed === undefined || showsSame(now, recomputed)
          ? {}
          : { recomputed: valueTold(recomputed) }),
      }
    })
  })
}

/** Native formulas show every error by its own code. */
function areSame(one: Cell, other: Cell): boolean {
  if (!isCellError(one) || !isCellError(other)) return showsSame(one, other)
  return knownCode(one.error) === knownCode(other.error)
}

/** Undefined where only the spreadsheet computes it. */
function elementOf(found: Found, { row, column }: Element): Cell | undefined {
  if (isForeign(found)) return undefined
  return isMatrix(found) ? (found[row]?.[column] ?? null) : (found ?? null)
}

/** Where it was a value, another value is another number, and a formula is one that was typed. */
function isFormulaKept(cell: Area, one: Line, read: WorkbookRead): boolean {
  return one.handed_over === '' ? formulaIn(cell, read) === '' : isAsHandedOver(cell, one, read)
}

function isOriginal(cell: Area, one: Line, read: WorkbookRead, { formula }: Origin): boolean {
  const found = formulaIn(cell, read)
  const original = comparable(prefixed(formula, read.overview.prefix))
  return one.original === '' ? found === '' : holds({ formula: original }, found, null)
}

/** A cell, or the name of one, with what it held. */
const single = /^((?:'(?:[^']|'')+'|[^'!\s]+)![A-Z]+\d+|[^\s']+) = (.*)$/s

/** Which of a number's inputs are not what they were, or not there any more. */
function changedInputs(
  { inputs }: Line,
  checksums: ReadonlyMap<string, string>,
  { overview, cells }: WorkbookRead,
): readonly string[] {
  return inputs.split('\n').flatMap(told => {
    const [, cell, value] = single.exec(told) ?? []
    const input = cell ?? told
    const then = value ?? checksums.get(told)
    if (input === '') return []
    const area = areaOfInput(input, overview)
    return area && then !== undefined && isSameInput(then, area, cells) ? [] : [input]
  })
}
