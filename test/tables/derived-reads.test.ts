import fc from 'fast-check'
import { type Governed, termsFor } from '../../shared/definitions/resolve'
import { builtInDefinitions } from '../../shared/definitions/table'
import type { Terms, TermValue } from '../../shared/definitions/term'
import { termIds } from '../../shared/definitions/terms'
import { namesIn } from '../../shared/formula/tree'
import { treeOf } from '../../shared/formula/trees'
import { type DerivedColumn, derivedColumns } from '../../shared/tables/derived/index'
import { type Context, contextOf, type Period, type RowSource, type Rows } from '../../shared/tables/rows'
import type { TableName } from '../../shared/tables/schema'
import { schemas } from '../../shared/tables/schemas'
import { type Cell, isCellError } from '../../shared/values'
import type { Tables } from '../support/database'
import { randomTables, valuesOf } from '../support/random-tables'
import { question } from '../support/same-in-database'
import { serial } from '../support/tables'

/**
 * What a derived column says that it reads decides by which definitions a period is cut, what its page says and which
 * columns SQL asks for: a name that is missing there would give a wrong number without a word.
 */
type Read = Map<string, Set<string>>

function seen(read: Read, source: string, ...names: readonly string[]): void {
  const known = read.get(source) ?? new Set()
  read.set(source, known)
  for (const name of names) known.add(name)
}

/** The rows, noting which names are asked of them and of the tables that are opened from there. */
function noting(rows: Rows, read: Read, context: Context): Rows {
  const own = rows.source
  const noted = (expression: string): string => {
    seen(read, own, ...namesIn(treeOf(expression)))
    return expression
  }
  return {
    ...rows,
    context,
    read: expression => rows.read(noted(expression)),
    compiled: expression => rows.compiled(noted(expression)),
    // Whoever is responsible is `rep` in every table.
    column: name =>
      rows.column(name === 'rep' && !rows.schema.columns.rep ? noted('owner') && name : noted(name)),
    has: name => rows.has(noted(name)),
  }
}

function notingContext(context: Context, read: Read, own: RowSource): Context {
  let listed: string | undefined
  const terms = new Proxy(context.terms, {
    // Going through all terms is to look for a family of them: only those of costs are one.
    getOwnPropertyDescriptor: (target, id) => {
      listed = String(id)
      return Object.getOwnPropertyDescriptor(target, id)
    },
    get: (target, id) => {
      if (id !== listed) seen(read, own, String(id))
      listed = undefined
      return target[String(id)]
    },
    ownKeys: target => {
      seen(read, own, 'cost.*')
      return Reflect.ownKeys(target)
    },
  })
  const period = new Proxy(context.period, {
    get: (target, bound) => {
      seen(read, own, `period_${String(bound)}`)
      return target[bound as keyof Period]
    },
  })
  const noted: Context = {
    ...context,
    terms,
    period,
    rows: source => noting(context.rows(source), read, noted),
  }
  return noted
}

function readBy(column: DerivedColumn, source: RowSource, context: Context, read: Read): void {
  try {
    const found = column.read(noting(context.rows(source), read, notingContext(context, read, source)))
    const reader = typeof found === 'function' ? found : found.read
    for (let row = 1; row <= context.rows(source).last; row++) attempt(() => reader(row))
  } catch (thrown) {
    if (!isCellError(thrown)) throw thrown
  }
}

function attempt(what: () => unknown): void {
  try {
    what()
  } catch (thrown) {
    if (!isCellError(thrown)) throw thrown
  }
}

const columns = Object.entries(derivedColumns).flatMap(([source, named]) =>
  Object.entries(named ?? {}).map(([name, column]) => ({
    source: source as RowSource,
    name,
    column,
    read: new Map() as Read,
  })),
)
const period = { from: serial('2026-01-01'), to: serial('2026-03-31') }
const said: Terms = { 'stage.from': 'Value Proposition', 'stage.to': 'Won' }
const builtIn = termsFor(builtInDefinitions, period.from) as Governed

/** Reads the derived columns, or those of one table only. */
function readAll(tables: Tables, terms: Terms, only?: string): void {
  const { tables: opened } = question(tables, period)
  const context = contextOf(opened, { ...builtIn.terms, ...said, ...terms }, period.to)
  context.period = period
  for (const { source, column, read } of columns) {
    if (only === undefined || only === source) readBy(column, source, context, read)
  }
}

let isRead = false

function readEverything(): void {
  if (isRead) return
  isRead = true
  const samples = fc.sample(randomTables, { numRuns: 4, seed: 20261122 })
  for (const tables of samples) readAll(tables, {})
  const [sample = {}] = samples
  const first = Object.fromEntries(Object.entries(sample).map(([name, rows]) => [name, rows.slice(0, 12)]))
  const asked: readonly (readonly [string, readonly TermValue[]])[] = [
    ['asked.component_set', ['marketing_investment', 'cost_of_sales', 'cac_cost', 'unmapped', 'ad_spend']],
    ['asked.seen_components', ['marketing_investment', 'cost_of_sales', 'cac_cost', 'unmapped', 'ad_spend']],
  ]
  for (const [term, values] of [...termIds.map(id => [id, valuesOf(id)] as const), ...asked]) {
    for (const value of values) readAll(first, { [term]: value })
  }
  // What a table lacks is read from elsewhere.
  for (const [name, [header = [], ...rows]] of Object.entries(first)) {
    const further = header.map(String).filter(one => !schemas[name as TableName].columns[one]?.key)
    for (const lacking of [...further.map(one => [one]), ['first_response_at', 'response_milliseconds']]) {
      const kept = (cells: readonly Cell[]): Cell[] =>
        cells.filter((_, place) => !lacking.includes(String(header[place])))
      readAll({ ...first, [name]: [header, ...rows].map(kept) }, {}, name)
    }
  }
}

/** Columns that a term names, whichever it names. */
const namedByTerms = ['complete', 'repeated', 'passes_threshold', 'assessed']
/** Days of which nothing is cut, and which need not be said. */
const days = ['as_of', 'known_until', 'period_to']

describe.each(columns)('$source $name', ({ source, name, column, read }) => {
  const said = new Map<string, readonly string[]>([
    [source, column.reads],
    ...Object.entries(column.looksInto ?? {}).map(
      ([other, names = []]) => [other, other === source ? [...column.reads, ...names] : names] as const,
    ),
  ])

  test('says whatever it reads', () => {
    readEverything()
    for (const [table, names] of read) {
      const known = said.get(table) ?? []
      const isSaid = (one: string): boolean =>
        known.includes(one) || days.includes(one) || (one.startsWith('cost.') && known.includes('cost.*'))
      const isReached = (one: string): boolean =>
        known.some(each => derivedColumns[table as RowSource]?.[each]?.reads.includes(one))
      const unsaid = [...names].filter(one => !isSaid(one) && !isReached(one))
      if (!(table === source && namedByTerms.includes(name))) expect([table, ...unsaid]).toEqual([table])
    }
  })

  test('reads whatever it says', () => {
    readEverything()
    for (const [table, names] of said) {
      expect([...names].filter(one => !read.get(table)?.has(one))).toEqual([])
    }
  })

  test('says what it is', () => {
    expect(column.about).toMatch(/^[A-Z].*\w$/)
  })
})
