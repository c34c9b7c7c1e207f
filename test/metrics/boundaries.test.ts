import type { Comparison, Tree } from '../../shared/formula/tree'
import { treeOf } from '../../shared/formula/trees'
import { formulas } from '../../shared/formulas'
import { compute } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import {
  type DomainRule,
  type Given,
  isOptional,
  type Metric,
  withDefaults,
} from '../../shared/metrics/metric'
import {
  type Argument,
  type Cell,
  type CellError,
  isCellError,
  isMatrix,
  type Result,
} from '../../shared/values'

const typed = metrics.filter(metric => !metric.onTablesOnly)

/** A call by name, as a spreadsheet makes it. */
function call(metric: Metric, given: Readonly<Record<string, Argument>>): Result {
  const args = Object.keys(metric.parameters).map(name => given[name])
  return formulas.find(({ name }) => name === metric.name)?.compute(args) as Result
}

/** Arguments of an example as cells: dates as serials, ranges as columns. */
function cells(metric: Metric, given: Given): Record<string, Argument> {
  const inputs = Object.entries(withDefaults(metric, given)).filter(([name]) => given[name] !== undefined)
  return Object.fromEntries(
    inputs.map(([name, value]) => [
      name,
      typeof value === 'object' ? value.map(item => [item]) : (value as Cell),
    ]),
  )
}

function flat(result: Result): readonly Cell[] {
  return isMatrix(result) ? result.flat() : [result]
}

function codes(result: Result): readonly string[] {
  return flat(result).map(cell => (isCellError(cell) ? cell.error : 'a value'))
}

const sample = (metric: Metric): Record<string, Argument> => cells(metric, metric.examples[0]?.given ?? {})

/** Every parameter that takes one cell, beside an example that has an answer. */
const scalars = typed.flatMap(metric =>
  Object.entries(metric.parameters).flatMap(([name, parameter]) =>
    'rangeOf' in parameter || 'definitions' in parameter
      ? []
      : [[metric.name, name, metric, parameter] as const],
  ),
)
const numbers = scalars.filter(([, , , parameter]) => 'unit' in parameter)
const ranges = typed.flatMap(metric =>
  Object.entries(metric.parameters).flatMap(([name, parameter]) =>
    'rangeOf' in parameter ? [[metric.name, name, metric] as const] : [],
  ),
)

const passedIn: CellError = { error: '#REF!', reason: 'from elsewhere' }

describe.each(numbers)('%s: %s', (_metric, name, metric, parameter) => {
  const given = sample(metric)

  test('text and booleans are refused by name', () => {
    for (const wrong of ['12 apples', '5', ' ', true, false]) {
      const result = call(metric, { ...given, [name]: wrong })
      expect(codes(result)).toEqual(flat(result).map(() => '#VALUE!'))
      expect((flat(result)[0] as CellError).reason).toContain(name)
    }
  })

  test('an error passes through unchanged', () => {
    for (const cell of flat(call(metric, { ...given, [name]: passedIn }))) expect(cell).toEqual(passedIn)
  })

  test('a blank is 0, or the default where there is one', () => {
    const usual = 'default' in parameter ? parameter.default : undefined
    const blank = call(metric, { ...given, [name]: null })
    const optional = isOptional(parameter)
    if ('date' in parameter) expect(codes(blank)[0]).toBe(optional ? codes(blank)[0] : '#VALUE!')
    else expect(blank).toEqual(call(metric, { ...given, [name]: usual ?? (optional ? undefined : 0) }))
    expect(call(metric, { ...given, [name]: '' })).toEqual(blank)
  })

  test('left out where it is needed, it is asked for', () => {
    if (isOptional(parameter)) return
    const { [name]: _left, ...others } = given
    expect(flat(call(metric, others))[0]).toMatchObject({
      error: '#VALUE!',
      reason: expect.stringContaining(name),
    })
  })

  test('no number whatever gives NaN, infinity, -0 or an undeclared error', () => {
    const declared = new Set<string>([
      ...metric.errors.map(({ error }) => error),
      '#NUM!',
      '#DIV/0!',
      '#N/A',
      'a value',
    ])
    for (const extreme of [0, -1, 1, 1e308, -1e308, 5e-324, -5e-324, 1e-300, 123456789.98765433, 2 ** 53]) {
      const result = call(metric, { ...given, [name]: extreme })
      for (const cell of flat(result)) {
        if (typeof cell === 'number')
          expect([Number.isFinite(cell), Object.is(cell, -0)]).toEqual([true, false])
      }
      for (const code of codes(result)) expect(declared).toContain(code)
    }
  })
})

describe.each(scalars.filter(([, , , parameter]) => 'choices' in parameter))(
  '%s: %s',
  (_metric, name, metric) => {
    test('an unknown choice is refused with those that there are', () => {
      const parameter = metric.parameters[name]
      const result = call(metric, { ...sample(metric), [name]: 'something else' })
      for (const cell of flat(result)) {
        expect(cell).toMatchObject({ error: '#VALUE!', reason: expect.stringContaining(name) })
        for (const choice of Object.keys((parameter as { choices: object }).choices)) {
          expect((cell as CellError).reason).toContain(choice)
        }
      }
    })

    test('a choice is known in capitals and with spaces around it', () => {
      const parameter = metric.parameters[name] as { choices: Record<string, string> }
      for (const choice of Object.keys(parameter.choices)) {
        const asked = (value: string) => call(metric, { ...sample(metric), [name]: value })
        expect(asked(` ${choice.toUpperCase()} `)).toEqual(asked(choice))
      }
    })
  },
)

describe.each(ranges)('%s: %s', (_metric, name, metric) => {
  const given = sample(metric)
  const column = (given[name] ?? [[1], [2]]) as Cell[][]

  test('text and booleans within are refused with their cell', () => {
    for (const wrong of ['5', true]) {
      const result = call(metric, {
        ...given,
        [name]: column.map((row, index) => (index === 0 ? [wrong] : row)),
      })
      expect(flat(result)[0]).toMatchObject({
        error: '#VALUE!',
        reason: expect.stringContaining(`${name}, cell 1`),
      })
    }
  })

  test('an error within passes through unchanged', () => {
    const result = call(metric, {
      ...given,
      [name]: column.map((row, index) => (index === 0 ? [passedIn] : row)),
    })
    expect(flat(result)[0]).toEqual(passedIn)
  })

  test('a block of several rows and columns is refused', () => {
    const block = [
      [1, 2],
      [3, 4],
    ]
    expect(flat(call(metric, { ...given, [name]: block }))[0]).toMatchObject({ error: '#VALUE!' })
  })

  test('a row gives the same as a column', () => {
    expect(call(metric, { ...given, [name]: [column.flat()] })).toEqual(
      call(metric, { ...given, [name]: column }),
    )
  })
})

/** Rules that compare one parameter with a number, alone or as alternatives: their bounds can be walked along. */
interface Bound {
  readonly rule: DomainRule
  readonly name: string
  readonly operator: Comparison
  readonly at: number
}

function boundsOf(rule: DomainRule, tree: Tree = treeOf(rule.when)): readonly Bound[] {
  if (tree.kind !== 'binary') return []
  const { operator, left, right } = tree
  if (operator === 'or') return [...boundsOf(rule, left), ...boundsOf(rule, right)]
  if (left.kind !== 'name' || right.kind !== 'number') return []
  return [{ rule, name: left.name, operator: operator as Comparison, at: Number(right.text) }]
}

const bounds = typed.flatMap(metric =>
  metric.errors
    .flatMap(rule => boundsOf(rule))
    .filter(({ name }) => numbers.some(([owner, parameter]) => owner === metric.name && parameter === name))
    .map(bound => [`${metric.name}: ${bound.name} ${bound.operator} ${bound.at}`, metric, bound] as const),
)

function beside(value: number, direction: 1 | -1): number {
  return value === 0 ? direction * 5e-324 : value + direction * Math.abs(value) * 2 ** -52
}

const into = { '<': -1, '<=': -1, '>': 1, '>=': 1, '=': 0, '<>': 0 } as const

test.each(bounds)(
  '%s holds there, and just inside it does not',
  (_name, metric, { rule, name, operator, at }) => {
    const outward = into[operator]
    const includes = operator === '=' || operator === '<=' || operator === '>='
    const given = metric.examples[0]?.given ?? {}
    const withOnly = (errors: readonly DomainRule[], value: number) =>
      compute({ ...metric, errors }, withDefaults(metric, { ...given, [name]: value }))

    const outside = includes ? at : beside(at, outward as 1 | -1)
    expect(withOnly([rule], outside)).toMatchObject({ error: rule.error })

    const inside = includes ? beside(at, (outward === 0 ? 1 : -outward) as 1 | -1) : at
    expect(withOnly([rule], inside)).toEqual(withOnly([], inside))
  },
)

test('most metrics have bounds that were walked along', () => {
  expect(bounds.length).toBeGreaterThan(typed.length)
})
