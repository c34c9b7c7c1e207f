import { schemas } from '../../tables/schemas'
import { type Area, addressText } from '../area'
import { type Expression, within } from '../formulas/formula-in-cell'
import { areaOf, isOpen, parseReference, type Reference, referenceText } from '../formulas/formula-references'
import { locate, sheetCalled } from '../formulas/locate'
import { namesGiven, type OwnCall, outermostCalls } from '../formulas/own-calls'
import type { Overview } from '../steps'
import type { Found, Looked } from './flaws-of-calls'

/** Whole columns, or rows, among the arguments of our calls. */
export function wholeColumns({ calls, sheet, overview }: Looked): Found | undefined {
  const open = references(calls).filter(({ reference }) => isOpen(reference))
  if (open.length === 0) return undefined
  const replacements = open.flatMap(({ part, reference }) => {
    const area = locate(part, sheet, overview)
    const found = area && sheetCalled(area.sheet, overview)
    if (!area || !found || found.rows === 0) return []
    const used = { ...area, right: Math.max(area.left, Math.min(area.right, found.columns - 1)) }
    return [{ start: part.start, end: part.end, text: namedAs(used, overview) ?? bounded(reference, used) }]
  })
  return {
    kind: 'whole column',
    detail:
      'Whole columns or rows are more than a formula can be handed: it becomes slow, and Excel refuses it.',
    remedy: 'Take the named range, or end the range with its table.',
    ...(replacements.length === open.length ? { replacements } : {}),
  }
}

interface Referring {
  readonly part: Extract<Expression, { kind: 'reference' }>
  readonly reference: Reference
}

/** The references among the arguments of our calls, each once. */
function references(calls: readonly OwnCall[]): readonly Referring[] {
  return outermostCalls(calls).flatMap(({ call }) =>
    [...within(call)].flatMap(part => {
      const reference = part.kind === 'reference' ? parseReference(part.text) : undefined
      return part.kind === 'reference' && reference ? [{ part, reference }] : []
    }),
  )
}

/** The name of a range that begins as the area does and has its columns. */
function namedAs(area: Area, { names }: Overview): string | undefined {
  return Object.keys(names).find(name => {
    const named = names[name]
    return (
      named?.sheet === area.sheet &&
      named.top === area.top &&
      named.left === area.left &&
      named.right === area.right
    )
  })
}

/** With its rows fixed, so that filling the formula down does not move them. */
function bounded({ prefix, from, to }: Reference, area: Area): string {
  return referenceText({
    prefix,
    from: { ...from, column: from.column ?? area.left, row: area.top, rowFixed: true },
    to: { ...to, column: Math.min(to.column ?? area.right, area.right), row: area.bottom, rowFixed: true },
  })
}

const tableNames: ReadonlySet<string> = new Set(Object.keys(schemas).map(name => name.toUpperCase()))

/** A range that begins with a named table and ends before it, or goes beyond. */
export function partsOfTables({ expression, calls, sheet, overview }: Looked): Found | undefined {
  const given = namesGiven(expression)
  const astray = references(calls).flatMap(({ part, reference }) => {
    if (isOpen(reference) || given.length > 0) return []
    const size = sheetCalled(locate(part, sheet, overview)?.sheet ?? '', overview)
    const area = size && areaOf(reference, size.name, size)
    const table = area && tableAround(area, overview)
    return area && table ? [{ part, area, ...table }] : []
  })
  const [first] = astray
  if (!first) return undefined
  const canMend = astray.every(({ area, named }) => area.top === named.top && sameColumns(area, named))
  const texts = astray.map(({ part, name }) => ({ start: part.start, end: part.end, text: name }))
  const rows = first.named.bottom - first.area.bottom
  const says = rows > 0 ? `leaves out the last ${rows} rows of` : `takes ${-rows} rows more than`
  return {
    kind: 'outside the named table',
    detail: `${first.part.text} ${says} ${first.name} (${addressText(first.named)}).`,
    remedy: canMend ? `Take ${first.name}.` : `Let the range end with ${first.name}.`,
    ...(canMend ? { replacements: texts } : {}),
  }
}

function tableAround(area: Area, { names }: Overview): { name: string; named: Area } | undefined {
  if (area.bottom === area.top) return undefined
  for (const [name, named] of Object.entries(names)) {
    if (!named || !tableNames.has(name.toUpperCase()) || named.sheet !== area.sheet) continue
    const begins = area.top === named.top || area.top === named.top + 1
    const isWithin = area.left >= named.left && area.right <= named.right
    if (begins && isWithin && area.bottom !== named.bottom) return { name, named }
  }
  return undefined
}

function sameColumns(one: Area, other: Area): boolean {
  return one.left === other.left && one.right === other.right
}
