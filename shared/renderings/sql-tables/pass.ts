import type { Measure } from '../../metrics/metric'
import type { Asked } from '../../metrics/on-tables/measure'
import { type Aggregated, aggregates, answerSelect, factColumns } from './aggregates'
import { firstOf, when } from './expression'
import { all, askedFor, type Facts, factsOf, textOf } from './facts'
import { periodLayers, rowsBefore } from './layers'
import { periodTable, placingOf } from './placing'
import { type RowTotal, rowNumber } from './row-total'
import type { SourceWriter } from './source'
import { noting, type State, sourceIn } from './state'

/** A measure with its place in the answer. */
export interface Placed {
  readonly measure: Measure
  /** Its number in the whole statement. */
  readonly place: number
  /** Whether only the sum of its values is asked for, and how many they are. */
  readonly isSummed: boolean
  /** Where in the place of its value something is added up that takes several values of a row. */
  readonly total?: RowTotal
}

/** Writes a pass once everything was met that any pass reads: its tables, and what it answers. */
export type Pass = () => { readonly tables: readonly string[]; readonly selects: readonly string[] }

/** Measures that one date puts into one set of periods are taken together. */
export function sharing(measures: readonly Placed[]): readonly (readonly Placed[])[] {
  const shared = new Map<string, Placed[]>()
  for (const placed of measures) {
    const { from, at, over, ahead, lag, per } = placed.measure
    const key = [from, at, over, ahead, lag, per].join('|')
    const others = shared.get(key)
    if (others) others.push(placed)
    else shared.set(key, [placed])
  }
  return [...shared.values()]
}

/** One pass over a source: its rows in their periods, what each measure reads of them, and that added up. */
export function passOf(measures: readonly Placed[], asked: Asked, number: number, state: State): Pass {
  const { from } = (measures[0] as Placed).measure
  const id = state.dialect.identifier
  const { made, frame } = noting(state, () => written(measures, asked, state))
  return () => {
    const entry = `${from}${state.suffix}__pass_${number}`
    const { layers, last } = periodLayers(entry, frame.uses, state)
    const facts = `select ${made.columns.join(', ')} from ${id(last)}`
    const [period, group, key] = ['__period', '__group', '__key'].map(id)
    // What is the same in all rows divides none.
    const isDivided = asked.by !== undefined
    const spelling = isDivided ? `min(facts.${group})` : `''`
    const grouped = [period, ...(isDivided ? [`lower(facts.${group})`] : []), key]
    const parts = [
      `select ${period}, ${spelling} as ${group}, ${key}, ${made.measures.flatMap(one => aggregates(one, state.dialect)).join(', ')}`,
      `from (${facts}) as facts group by ${grouped.join(', ')}`,
    ].join(' ')
    return {
      tables: [
        `${id(entry)} as (${inPeriods(made, rowsBefore(frame, from, state), state)})`,
        ...layers,
        `${id(`${entry}__parts`)} as (${parts})`,
      ],
      selects: made.measures.map(one => answerSelect(one, `${entry}__parts`, state.dialect)),
    }
  }
}

/** Each row once for each period that it is in. */
function inPeriods(
  { placing, periods }: ReturnType<typeof written>,
  rows: string,
  { dialect }: State,
): string {
  if (placing.period === undefined)
    return `select r.*, p.* from ${rows} as r join (${periods}) as p on ${placing.on}`
  const [own, period] = ['__own_period', '__period'].map(dialect.identifier)
  const placed = `select *, ${placing.period} as ${own} from ${rows}`
  return `select r.*, p.* from (${placed}) as r join (${periods}) as p on r.${own} = p.${period}`
}

/** What a pass reads of a row. */
function written(measures: readonly Placed[], { periods, conditions, by }: Asked, state: State) {
  const { measure } = measures[0] as Placed
  const { dialect } = state
  const writer = sourceIn(state, measure.from)
  const placing = placingOf(measure, periods, writer)
  const asked = conditions.length === 0 ? undefined : all(conditions.map(one => askedFor(one, writer)))
  const group = by === undefined ? undefined : writer.key(by)
  const spelling = group ? `coalesce(${dialect.trim(textOf(group, dialect), "' '")}, '(blank)')` : "''"
  // A row that cannot be assigned to any group spoils all of them.
  const nowhere = firstOf(placing.refused, group?.refused)
  // A date that cannot be read may lie in any period, unless its row is not asked for.
  const undated = asked
    ? when(`(${asked.sql})${asked.refused ? ` or ${asked.refused} is not null` : ''}`, placing.refused)
    : placing.refused
  const read = measures.map((placed): Aggregated => {
    const facts = ofTotal(factsOf(placed.measure, conditions, writer), placed.total, writer)
    return { ...placed, facts, refused: firstOf(undated, facts.refused, when(facts.counts, group?.refused)) }
  })
  const isListed = measures.some(({ measure: { value }, isSummed }) => value !== undefined && !isSummed)
  const columns = [
    dialect.identifier('__period'),
    `${nowhere ? `case when ${nowhere} is null then ${spelling} end` : spelling} as ${dialect.identifier('__group')}`,
    `${read[0]?.facts.key ?? "''"} as ${dialect.identifier('__key')}`,
    ...(isListed ? [writer.row()] : []),
    ...read.flatMap(({ place, facts, refused }) => factColumns(place, facts, refused, dialect)),
  ]
  return { columns, measures: read, periods: periodTable(measure, periods, state), placing }
}

function ofTotal(facts: Facts, total: RowTotal | undefined, writer: SourceWriter): Facts {
  if (!total) return facts
  const value = rowNumber(total, writer)
  const what = writer.dialect.text(
    `#DIV/0! a row of ${writer.source} counts, but would have to be divided by 0`,
  )
  return {
    ...facts,
    value,
    refused: firstOf(facts.refused, when(`${facts.counts} and (${value}) is null`, what)),
  }
}
