import type { ChangeKind } from '../definitions/term'
import type { TableName } from '../tables/schema'
import { schemas } from '../tables/schemas'
import type { Area } from './area'
import type { Pointer, Undo } from './change'
import type {
  Approve,
  AskedChange,
  AskedFormula,
  AskedHandOver,
  AskedLock,
  ChosenTable,
  Finding,
  FindingKind,
  Question,
  Questions,
  Seen,
  SetUp,
  UsedDefinitions,
} from './questions'
import {
  area,
  cell,
  flag,
  list,
  number,
  oneOf,
  optional,
  type Reader,
  record,
  serial,
  text,
  whole,
} from './readers'
import { type Block, type Content, type Edit, Refused } from './steps'

const nothing = record<Record<string, never>>({})
const name = text(255)
/** What a person writes about a change; longer than anybody reads. */
const reason = text(2_000)
/** A whole set of definitions as it is shared. */
const setText = text(2_000_000)

const seen = record<Seen>({ version: whole(0, 1_000_000), hash: text(128) })
const kind = oneOf<ChangeKind>('policy', 'estimate', 'correction')
const table = oneOf(...(Object.keys(schemas) as TableName[]))

const askedChange = record<AskedChange>({
  term: name,
  value: text(),
  effectiveFrom: serial,
  reason,
  kind: optional(kind),
})
const changes = list(askedChange)

const chosenTable = record<ChosenTable>({ area, table })
const header = record<SetUp['tables'][number]['headers'][number]>({
  place: whole(0, 18_277),
  from: text(),
  to: name,
})
const setUp = record<SetUp>({
  tables: list(record<SetUp['tables'][number]>({ area, table, headers: list(header) })),
  definitions: flag,
  asOf: optional(serial) as Reader<number>,
  scorecard: flag,
})

const findingKinds = [
  ...(['broken chain', 'drifted by rules', 'drifted by data', 'error', 'not recalculated'] as const),
  ...(['two sets of definitions', 'no definitions', 'typed over', 'row problem', 'mixed bases'] as const),
  ...(['averaged rates', 'whole column', 'volatile', 'too large', 'outside the named table'] as const),
] satisfies readonly FindingKind[]

const finding = record<Finding>({
  kind: oneOf<FindingKind>(...findingKinds),
  severity: oneOf(1, 2, 3),
  area,
  holds: text(),
  detail: text(),
  remedy: text(),
  mended: optional(text()),
})

const usedDefinitions = record<UsedDefinitions>({ definitions: text(), first: area, count: number })

const wide = 18_278
const long = 100_000
const matrix = <Value>(of: Reader<Value>) => list(list(of, wide), long)

const block = record<Block>({ area, values: matrix(cell), formulas: matrix(text()) })

/** What stood in a cell before a change; a record is a formula. */
const content: Reader<Content> = (given, what) => {
  if (typeof given !== 'object' || given === null) return cell(given, what) as Content
  const { formula } = record<{ formula: string }>({ formula: text() })(given, what)
  if (formula[0] !== '=') throw new Refused('The sidebar asked for a formula without its “=”. Open it again.')
  return { formula }
}

const pointer = record<Pointer>({ name, area: optional(area) as Reader<Area> })

const undoing = {
  write: record<Edit & { do: 'write' }>({ do: oneOf('write'), area, cells: matrix(content) }),
  name: record<Edit & { do: 'name' }>({
    do: oneOf('name'),
    name,
    area: optional(area) as Reader<Area>,
  }),
  'remove sheet': record<Edit & { do: 'remove sheet' }>({
    ...{ do: oneOf('remove sheet'), sheet: name, charts: optional(whole(0, 1_000)) as Reader<number> },
  }),
}

/** Only what takes a change back: a page cannot have anything else done in the name of undoing. */
const undoEdit: Reader<Edit> = (given, what) => {
  const which = oneOf<keyof typeof undoing>('write', 'name', 'remove sheet')(Object(given).do, what)
  return undoing[which](given, what)
}

const askedHandOver = record<AskedHandOver>({ form: oneOf('formulas', 'values') })

const askedLock = record<AskedLock>({ period: name, by: name, reason, seen })

/** Reads what is handed over with a question, or says what is wrong with it. */
export const asked: { readonly [Name in Question]: Reader<Parameters<Questions[Name]>[0]> } = {
  survey: record<{ chosen?: readonly ChosenTable[] }>({ chosen: optional(list(chosenTable)) }),
  setUp,
  templates: nothing,
  buildTemplate: record({ name }),
  definitions: nothing,
  preview: record({ changes }),
  approve: record<Approve>({ changes, by: name, seen }),
  lockPeriod: askedLock,
  unlockPeriod: askedLock,
  difference: record({ from: whole(0, 1_000_000), to: whole(0, 1_000_000) }),
  evaluate: record<AskedFormula>({ name, args: list(text(), 255) }),
  selection: nothing,
  why: record({ cell: optional(area) }),
  tablesAsked: record({ cell: area, level: whole(0, 1_000) }),
  show: record({ area }),
  sheets: nothing,
  checkSheet: record({ sheet: name }),
  checkTogether: record({ used: list(usedDefinitions, 10_000) }),
  mend: record({ findings: list(finding, 10_000) }),
  exportSet: record({ name }),
  compareSet: record({ text: setText }),
  importSet: record({ text: setText, seen }),
  handOverPlan: askedHandOver,
  handOver: askedHandOver,
  bringBack: nothing,
  verify: nothing,
  undo: record({
    undo: record<Undo>({
      expected: list(block, 10_000),
      names: list(pointer),
      edits: list(undoEdit, 10_000),
    }),
  }),
}
