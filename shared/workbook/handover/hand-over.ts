import type { Area } from '../area'
import { change } from '../change'
import { nameArea } from '../formulas/locate'
import { isStale, showsSame } from '../formulas/shows-same'
import type { AskedHandOver, HandedOver, HandOverPlan } from '../questions'
import { type Edit, overview, Refused, read, type Steps } from '../steps'
import { valueContent } from './literal'
import { type Handed, type Plan, planOf } from './plan'
import { formulaOf, provenanceLines } from './provenance'
import { provenanceEdits, refuseHandedOver } from './provenance-sheet'
import { versionOf } from './told'
import type { Form } from './twin'
import { type WorkbookRead, workbookCells } from './workbook-cells'
import { seenAt, writesOf } from './writes'

/** What handing over would do; nothing is written. */
export function* handOverPlan({ form }: AskedHandOver): Steps<HandOverPlan> {
  const { plan } = yield* planned(form)
  return told(plan)
}

/** Replaces every formula of ours by built-in functions or by its value, and says in a new sheet what each was. */
export function* handOver({ form }: AskedHandOver): Steps<HandedOver> {
  return yield* handOverBy(yield* planned(form))
}

export interface Planned {
  readonly plan: Plan
  readonly read: WorkbookRead
}

export function* planned(form: Form): Steps<Planned> {
  const around = yield* overview()
  refuseHandedOver(around)
  const found = yield* workbookCells(around)
  return { plan: planOf(found, form), read: found }
}

function* handOverBy(made: Planned): Steps<HandedOver> {
  const { plan } = made
  const writes = writesOf(plan.handed)
  const expected = writes.map(({ area }) => seenAt(area, made.read))
  const spilled = plan.handed.filter(({ original }) => original === '').map(({ cell }) => cell)
  const done = yield* change(expected, [...writes, ...sheetEdits(made)], [], spilled)
  if (done.outcome !== 'done') return done
  const astray = yield* computedOtherwise(plan)
  if (astray.size === 0) return { ...done, ...told(plan) }
  // Better a value that is right than a formula that this spreadsheet does not compute as others do.
  const back = yield* change(done.undo.expected, done.undo.edits, done.undo.names)
  return back.outcome === 'done' ? yield* handOverBy({ ...made, plan: asValues(plan, astray) }) : back
}

/** The edits that make the Provenance sheet. */
export function sheetEdits({ plan, read }: Planned): readonly Edit[] {
  if (plan.handed.length === 0) {
    throw new Refused('There is no formula of Plumbline in this workbook: it can be handed over as it is.')
  }
  const definitions = nameArea('DEFINITIONS', read.overview)
  const version = versionOf([definitions && read.cells(definitions)])
  return provenanceEdits(provenanceLines(plan, read, version), read.overview)
}

/** Formulas of built-in functions that show something else than the core computes. */
function* computedOtherwise({ handed }: Plan): Steps<ReadonlySet<Handed>> {
  const shown = yield* read(writesOf(handed).map(({ area }) => area))
  return new Set(
    handed.filter(({ cell, content, value }) => {
      const block = shown.find(({ area }) => area.sheet === cell.sheet)
      const now = block?.values[cell.top - block.area.top]?.[cell.left - block.area.left] ?? null
      return formulaOf(content) !== '' && now !== null && !isStale(now) && !showsSame(now, value)
    }),
  )
}

function asValues(plan: Plan, these: ReadonlySet<Handed>): Plan {
  const frozen = ['this spreadsheet computes its native formula otherwise']
  const handed = plan.handed.map(one =>
    these.has(one) ? { ...one, content: valueContent(one.value), frozen } : one,
  )
  return { ...plan, handed }
}

export function told({ form, handed, kept }: Plan): HandOverPlan {
  const reasons = new Map<string, { count: number; first: Area }>()
  for (const { frozen, cell } of handed) {
    for (const reason of frozen.slice(0, 1)) {
      const { count, first } = reasons.get(reason) ?? { count: 0, first: cell }
      reasons.set(reason, { count: count + 1, first })
    }
  }
  const differing = handed.filter(({ showed }) => showed !== undefined)
  return {
    numbers: handed.length,
    native: form === 'values' ? 0 : handed.filter(isNative).length,
    values: [...reasons]
      .map(([reason, { count, first }]) => ({ reason, count, first }))
      .sort((a, b) => b.count - a.count),
    kept: kept.slice(0, 20),
    differing: { count: differing.length, first: differing[0]?.cell },
  }
}

const isNative = ({ content, frozen }: Handed): boolean => formulaOf(content) !== '' && frozen.length === 0
