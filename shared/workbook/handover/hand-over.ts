import type { Area } from '../area'
import { change } from '../change'
import { nameArea } from '../formulas/locate'
import type { AskedHandOver, HandedOver, HandOverPlan } from '../questions'
import { overview, Refused, type Steps } from '../steps'
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
  const read = yield* workbookCells(around)
  return { plan: planOf(read, form), read }
}

export function* handOverBy({ plan, read }: Planned): Steps<HandedOver> {
  if (plan.handed.length === 0) {
    throw new Refused('There is no formula of Plumbline in this workbook: it can be handed over as it is.')
  }
  const definitions = nameArea('DEFINITIONS', read.overview)
  const lines = provenanceLines(plan, read, versionOf([definitions && read.cells(definitions)]))
  const writes = writesOf(plan.handed)
  const expected = writes.map(({ area }) => seenAt(area, read))
  const spilled = plan.handed.filter(({ original }) => original === '').map(({ cell }) => cell)
  const done = yield* change(expected, [...writes, ...provenanceEdits(lines, read.overview)], [], spilled)
  return done.outcome === 'done' ? { ...done, ...told(plan) } : done
}

function told({ form, handed, kept }: Plan): HandOverPlan {
  const reasons = new Map<string, { count: number; first: Area }>()
  for (const { frozen, cell } of handed) {
    for (const reason of frozen.slice(0, 1)) {
      const { count, first } = reasons.get(reason) ?? { count: 0, first: cell }
      reasons.set(reason, { count: count + 1, first })
    }
  }
  return {
    numbers: handed.length,
    native: form === 'values' ? 0 : handed.filter(isNative).length,
    values: [...reasons]
      .map(([reason, { count, first }]) => ({ reason, count, first }))
      .sort((a, b) => b.count - a.count),
    kept: kept.slice(0, 20),
    differing: handed
      .filter(({ showed }) => showed !== undefined)
      .slice(0, 20)
      .map(({ cell }) => cell),
  }
}

const isNative = ({ content, frozen }: Handed): boolean => formulaOf(content) !== '' && frozen.length === 0
