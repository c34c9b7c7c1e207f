import type { Comparison, Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { fixed } from '../../tables/compiled'
import type { Rows } from '../../tables/rows'
import { compileRule } from '../../tables/rules'
import type { Reader } from '../../tables/table'
import { foldingScope, settle, settledNames } from '../sql-tables/settle'
import { openSeconds, workingDays } from './calendar'
import { placeOf, schemaColumn } from './columns'
import { derivedForms } from './derived/index'
import { wordReads } from './reads'
import { noTwin, type Source } from './source'
import { among, numberBy } from './words'
import {
  always,
  both,
  type Condition,
  choice,
  condition,
  either,
  factor,
  never,
  not,
  nothing,
  type Quantity,
  quantity,
  type Written,
} from './written'

/** A rule, or a value, of the rows. As in the core, blank compares with nothing and text is compared regardless of case. */
export function read(expression: string, source: Source): Written {
  const { name, table, state } = source
  const scope = foldingScope(name, table.schema.rules, state.context)
  return write(settle(treeOf(expression), scope), source)
}

export function readCondition(expression: string, source: Source): Condition {
  return asCondition(read(expression, source))
}

export function readQuantity(expression: string, source: Source): Quantity {
  return asQuantity(read(expression, source))
}

function write(tree: Tree, source: Source): Written {
  return byWords(tree, source) ?? inParts(tree, source)
}

/** What depends on the words of one column alone, as the core decides it of each of them. */
function byWords(tree: Tree, source: Source): Written | undefined {
  if (tree.kind === 'number' || tree.kind === 'text') return undefined
  const reads = wordReads(tree, source)
  if (reads === undefined || reads.columns.size > 1) return undefined
  const judge = (rows: Rows): Reader => compiled(tree, rows)
  const [column] = reads.columns
  if (column === undefined) return constant(judge(source.rows)(1))
  const place = placeOf(column, source)
  // What a column that is missing comes to, the core says.
  if (place === undefined) return undefined
  switch (kindOf(tree, source)) {
    case 'condition':
      return among(source, place, reads.words, judge)
    case 'quantity':
      return numberBy(source, place, reads.words, judge)
    default:
      return {
        kind: 'words',
        present: factor(among(source, place, reads.words, rows => present(judge(rows)))),
        among: holds =>
          factor(
            among(source, place, reads.words, rows => {
              const word = judge(rows)
              return row => word(row) !== null && holds(String(word(row)))
            }),
          ),
      }
  }
}

function present(reader: Reader): (row: number) => boolean {
  return row => reader(row) !== null
}

function compiled(tree: Tree, rows: Rows): Reader {
  return compileRule(tree, {
    hours: { open: '', close: '', weekendMask: '0000000', holidays: '' },
    set: name => rows.context.terms[name] as readonly string[],
    name: name => (name in settledNames ? fixed(settledNames[name] as boolean | null) : rows.compiled(name)),
  }).read
}

function constant(value: unknown): Written {
  if (typeof value === 'number') return quantity(String(value), undefined, Number.isInteger(value))
  if (typeof value === 'boolean') return value ? always : never
  if (value === null) return nothing
  const text = String(value)
  return { kind: 'words', present: '1', among: holds => (holds(text) ? '1' : '0') }
}

const numeric = ['quota_from', 'quota_to', 'chance', 'sla_seconds', 'pass_mark', 'window_days']
const flags = [
  'of_cohort_type',
  'recurring',
  'omitted',
  'of_pipeline_stage',
  'referred',
  'said_qualified',
].concat(['known_outcome', 'unmapped', 'incoming'])

/** What kind of value words decide. */
function kindOf(tree: Tree, source: Source): Written['kind'] {
  if (tree.kind === 'call') return tree.name === 'if' ? kindOf(tree.args[1] as Tree, source) : 'condition'
  if (tree.kind !== 'name')
    return tree.kind === 'text' ? 'words' : tree.kind === 'number' ? 'quantity' : 'condition'
  const { schema } = source.table
  const rule = schema.rules[tree.name]
  if (rule !== undefined) return kindOf(treeOf(rule), source)
  if (tree.name in settledNames || flags.includes(tree.name)) return 'condition'
  if (numeric.includes(tree.name)) return 'quantity'
  return schema.columns[tree.name]?.type === 'flag' ? 'condition' : 'words'
}

function inParts(tree: Tree, source: Source): Written {
  switch (tree.kind) {
    case 'number':
      return quantity(tree.text, undefined, Number.isInteger(Number(tree.text)))
    case 'text':
      return constant(tree.text)
    case 'name':
      return named(tree.name, source)
    case 'not':
      return not(asCondition(write(tree.operand, source)))
    case 'call':
      return call(tree, source)
    case 'binary':
      return binary(tree, source)
  }
}

function named(name: string, source: Source): Written {
  const { table, state, period } = source
  if (name in settledNames)
    return settledNames[name] === true ? always : settledNames[name] === false ? never : nothing
  const rule = table.schema.rules[name]
  if (rule !== undefined) return read(rule, source)
  const form = derivedForms[source.name]?.[name]
  if (form) return form(source)
  const column = schemaColumn(name, source)
  if (column) return column
  switch (name) {
    case 'period_from':
      return quantity(period.from, undefined, true)
    case 'period_to':
      return quantity(period.to, undefined, true)
    case 'as_of':
      return quantity(state.asOf ?? String(source.rows.read('as_of')(1)), undefined, true)
    case 'known_until':
      return quantity(state.asOf ?? endOfTime, undefined, true)
    default:
      throw noTwin(
        `${name.replace(/_/g, ' ')} of ${source.name} follows from other rows or tables, which takes more than built-in functions`,
      )
  }
}

/** The last day of every spreadsheet. */
export const endOfTime = '2958465'

function binary({ operator, left, right }: Extract<Tree, { kind: 'binary' }>, source: Source): Written {
  if (operator === 'and') return both(asCondition(write(left, source)), asCondition(write(right, source)))
  if (operator === 'or') return either(asCondition(write(left, source)), asCondition(write(right, source)))
  const own = write(left, source)
  if (operator === 'in') {
    const members = right.kind === 'name' ? (source.state.context.terms[right.name] as readonly string[]) : []
    const wanted = new Set(members.map(member => member.toLowerCase()))
    return condition(asWords(own).among(text => wanted.has(text.toLowerCase())))
  }
  if (own.kind === 'words' && right.kind === 'text') {
    const wanted = right.text.toLowerCase()
    return condition(own.among(text => (text.toLowerCase() === wanted) === (operator === '=')))
  }
  return compared(operator as Comparison, asQuantity(own), asQuantity(write(right, source)))
}

function compared(operator: Comparison, left: Quantity, right: Quantity): Condition {
  return condition(left.present ?? '1', right.present ?? '1', `(${left.text}${operator}${right.text})`)
}

function call({ name, args }: Extract<Tree, { kind: 'call' }>, source: Source): Written {
  if (name === 'if') {
    const [test, then, otherwise] = args.map(part => write(part, source)) as [Written, Written, Written]
    const isCondition = then.kind === 'condition'
    if (!isCondition) return choice(asCondition(test), asQuantity(then), asQuantity(otherwise))
    const holds = asCondition(test)
    return either(both(holds, then), both(not(holds), asCondition(otherwise)))
  }
  if (name === 'present') {
    const own = write(args[0] as Tree, source)
    if (own.kind === 'condition')
      throw noTwin('whether a flag is there at all is not told from its being FALSE')
    return condition(own.present ?? '1')
  }
  const [first, second, ...others] = args.map(part => asQuantity(write(part, source))) as [Quantity, Quantity]
  if (others.length > 0) throw noTwin(`${name} of more than two takes more than built-in functions`)
  const present = condition(first.present ?? '1', second.present ?? '1')
  const bothPresent = present.factors.join('*') || undefined
  switch (name) {
    case 'days':
      return quantity(difference(wholeDay(second), wholeDay(first)), bothPresent, true)
    case 'seconds':
      return quantity(`ROUND((${second.text}-${first.text})*86400,0)`, bothPresent)
    case 'working_days':
      return quantity(workingDays(wholeDay(first), wholeDay(second), source), bothPresent, true)
    case 'open_seconds':
      return quantity(openSeconds(first.text, second.text, source), bothPresent)
    case 'either':
      return first.present === undefined ? first : choice(condition(first.present), first, second)
    case 'min':
    case 'max':
      return extreme(first, second, name)
    default:
      throw noTwin(`${name} takes more than built-in functions`)
  }
}

function wholeDay({ text, isWhole }: Quantity): string {
  return isWhole ? text : `INT(${text})`
}

function difference(from: string, to: string): string {
  return `(${from}-${to})`
}

/** The one that is there, where only one is. */
function extreme(first: Quantity, second: Quantity, name: 'min' | 'max'): Quantity {
  const sign = name === 'max' ? '>' : '<'
  const isFirst = condition(`(${first.text}${sign}=${second.text})`)
  const larger = choice(isFirst, { ...first, present: undefined }, { ...second, present: undefined })
  const withSecond =
    second.present === undefined
      ? larger
      : choice(condition(second.present), larger, { ...first, present: undefined })
  const whole =
    first.present === undefined
      ? withSecond
      : choice(condition(first.present), withSecond, { ...second, present: undefined })
  const isOpen = first.present !== undefined && second.present !== undefined
  const present = isOpen
    ? factor(either(condition(first.present as string), condition(second.present as string)))
    : undefined
  return { ...whole, present }
}

function asCondition(written: Written): Condition {
  if (written.kind === 'condition') return written
  throw noTwin('a number or a text stands where a condition is needed')
}

function asQuantity(written: Written): Quantity {
  if (written.kind === 'quantity') return written
  throw noTwin('a text or a condition stands where a number is needed')
}

function asWords(written: Written) {
  if (written.kind === 'words') return written
  throw noTwin('a number stands where a text is needed')
}
