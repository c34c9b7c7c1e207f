import type { Comparison, Tree } from '../../formula/tree'
import { settledNames } from '../sql-tables/settle'
import { byWords, constant, decidedBy } from './by-words'
import { call } from './calls'
import { schemaColumn } from './columns'
import { derivedForms, ruleForms } from './derived/index'
import { settled } from './reads'
import { noTwin, type Source } from './source'
import {
  always,
  both,
  type Condition,
  condition,
  either,
  never,
  not,
  nothing,
  type Quantity,
  quantity,
  type Written,
} from './written'

/** A rule, or a value, of the rows. As in the core, blank compares with nothing and text is compared regardless of case. */
export function read(expression: string, source: Source): Written {
  return write(settled(expression, source), source)
}

export function readCondition(expression: string, source: Source): Condition {
  return asCondition(read(expression, source))
}

export function readQuantity(expression: string, source: Source): Quantity {
  return asQuantity(read(expression, source))
}

export function write(tree: Tree, source: Source): Written {
  return byWords(tree, source) ?? inParts(tree, source)
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
      return tree.operator === 'and' || tree.operator === 'or'
        ? junction(tree.operator, tree, source)
        : binary(tree, source)
  }
}

function named(name: string, source: Source): Written {
  const { table, state, period } = source
  if (name in settledNames)
    return settledNames[name] === true ? always : settledNames[name] === false ? never : nothing
  const whole = ruleForms[source.name]?.[name]
  if (whole) return whole(source)
  const rule = table.schema.rules[name]
  if (rule !== undefined) return read(rule, source)
  if (source.credit && !moments.includes(name)) {
    if (name === 'cohort_at') return source.credit.cohortAt
    return name === 'credit_shares' ? quantity('1') : named(name, source.credit.deals)
  }
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

const moments = ['period_from', 'period_to', 'as_of', 'known_until']

/** The last day of every spreadsheet. */
export const endOfTime = '2958465'

/** Conditions that one column of words decides are decided together. */
function junction(operator: 'and' | 'or', tree: Tree, source: Source): Condition {
  const groups = new Map<string, Tree>()
  for (const [index, part] of sidesOf(operator, tree, source).entries()) {
    const key = decidedBy(part, source) ?? `${index}`
    const before = groups.get(key)
    groups.set(key, before ? { kind: 'binary', operator, left: before, right: part } : part)
  }
  const conditions = [...groups.values()].map(part => {
    const isWhole = part.kind === 'binary' && part.operator === operator
    return asCondition((isWhole ? byWords(part, source) : undefined) ?? write(part, source))
  })
  return operator === 'and' ? conditions.reduce(both) : either(...conditions)
}

/** What “and” or “or” joins, rules that are such themselves opened. */
function sidesOf(operator: 'and' | 'or', tree: Tree, source: Source): readonly Tree[] {
  if (tree.kind === 'binary' && tree.operator === operator) {
    return [...sidesOf(operator, tree.left, source), ...sidesOf(operator, tree.right, source)]
  }
  const rule = tree.kind === 'name' ? source.table.schema.rules[tree.name] : undefined
  if (rule === undefined || (tree.kind === 'name' && ruleForms[source.name]?.[tree.name])) return [tree]
  const opened = settled(rule, source)
  const isJoined = opened.kind === 'name' || (opened.kind === 'binary' && opened.operator === operator)
  return isJoined ? sidesOf(operator, opened, source) : [tree]
}

function binary({ operator, left, right }: Extract<Tree, { kind: 'binary' }>, source: Source): Written {
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
  const [from, to] = right.text === '0' && left.difference ? left.difference : [right.text, left.text]
  // Nothing is later than the end of time.
  const holds = to === endOfTime && operator === '>=' ? '1' : `(${to}${operator}${from})`
  return condition(left.present ?? '1', right.present ?? '1', holds)
}

export function asCondition(written: Written): Condition {
  if (written.kind === 'condition') return written
  throw noTwin('a number or a text stands where a condition is needed')
}

export function asQuantity(written: Written): Quantity {
  if (written.kind === 'quantity') return written
  throw noTwin('a text or a condition stands where a number is needed')
}

function asWords(written: Written) {
  if (written.kind === 'words') return written
  throw noTwin('a number stands where a text is needed')
}
