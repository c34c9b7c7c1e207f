import fc from 'fast-check'
import { isOptional, type Metric, type Parameter } from '../../shared/metrics/metric'

export type Arguments = Record<string, number | string | readonly number[] | readonly string[]>

/**
 * Arguments as people have them, in and just out of a metric's domain. Optional ones are sometimes left out; ranges
 * that stand beside each other have one length.
 */
export function argumentsFor(metric: Metric, longestRange: number): fc.Arbitrary<Arguments> {
  const entries = Object.entries(metric.parameters).filter(([, parameter]) => !('definitions' in parameter))
  return fc.integer({ min: 0, max: longestRange }).chain(length => {
    const values = entries.map(([name, parameter]) => {
      const value = valueFor(metric, parameter, length, longestRange)
      return [name, isOptional(parameter) ? fc.option(value, { nil: undefined }) : value] as const
    })
    return fc
      .record(Object.fromEntries(values))
      .map(
        given =>
          Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Arguments,
      )
  })
}

function valueFor(
  metric: Metric,
  parameter: Parameter,
  length: number,
  longestRange: number,
): fc.Arbitrary<number | string | readonly number[]> {
  if ('choices' in parameter) return fc.constantFrom(...Object.keys(parameter.choices))
  if ('definitions' in parameter || 'text' in parameter) {
    throw new RangeError('neither definitions nor texts are made up')
  }
  if (!('rangeOf' in parameter)) {
    if (!parameter.date) return quantityOf(parameter.unit)
    return parameter.time ? moment : date
  }
  const beside =
    parameter.alongside !== undefined || Object.values(metric.parameters).some(other => 'alongside' in other)
  const size = beside ? { minLength: length, maxLength: length } : { maxLength: longestRange }
  const item = parameter.date
    ? date
    : parameter.rangeOf === 'score'
      ? undefined
      : quantityOf(parameter.rangeOf)
  if (item) return fc.array(item as fc.Arbitrary<number>, size)
  const score = fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: 0, max: 10 }) },
    fc.constantFrom(-1, 11, 7.5),
  )
  const low = fc.integer({ min: 1, max: 5 })
  return fc.oneof(fc.array(low, size), fc.array(score, size))
}

/** Days of the years 2000 to 2040, ends of months among them. */
const date = fc.oneof(
  fc.integer({ min: 36_526, max: 51_136 }),
  fc.constantFrom(44_620, 45_351, 45_382, 46_112),
)

/** Minutes of one quarter, or of any of those days. */
const moment = fc.oneof(
  fc.integer({ min: 46_023 * 1440, max: 46_112 * 1440 }).map(minutes => minutes / 1440),
  fc.tuple(date, fc.integer({ min: 0, max: 1439 })).map(([day, minutes]) => day + minutes / 1440),
)

function quantityOf(unit: string): fc.Arbitrary<number> {
  const known = quantities as Readonly<Record<string, fc.Arbitrary<number>>>
  return known[unit] ?? known[unit.split(' ')[0] as string] ?? count
}

/** Not crowded at its ends: of two large amounts some cents apart, floats know the difference to eight digits. */
const money = fc.noBias(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 1e9 }).map(cents => cents / 100) },
    { weight: 1, arbitrary: fc.integer({ min: -1e6, max: 0 }).map(cents => cents / 100) },
  ),
)
const count = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 5000 }) }, fc.constantFrom(0, -1))
const fraction = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 1000 }).map(thousandths => thousandths / 1000) },
  fc.constantFrom(0, 1, -0.1, 1.5),
)
const quantities = {
  money,
  fraction,
  'deals per lead': fraction,
  number: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 60 }) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 6000 }).map(hundredths => hundredths / 100) },
    fc.constantFrom(0, -1, 2.5),
  ),
  'number per year': fc.constantFrom(1, 2, 4, 12, 52, 0.5, 1 / 12, 0, -1),
  periods: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 60 }) }, fc.constantFrom(0, -1, 2.5)),
  years: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 4, max: 120 }).map(quarters => quarters / 4) },
    fc.constantFrom(0, -1, 0.25, 0.5),
  ),
  days: count,
  score: fc.integer({ min: 1, max: 7 }),
}
