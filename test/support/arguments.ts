import fc from 'fast-check'
import type { Metric, Parameter } from '../../shared/metrics/metric'

export type Arguments = Record<string, number | string | readonly number[]>

/** Arguments as people have them, in and just out of a metric's domain. Optional ones are sometimes left out. */
export function argumentsFor(metric: Metric, longestRange: number): fc.Arbitrary<Arguments> {
  const entries = Object.entries(metric.parameters).map(([name, parameter]) => {
    const value = valueFor(parameter, longestRange)
    return [name, 'default' in parameter ? fc.option(value, { nil: undefined }) : value] as const
  })
  return fc
    .record(Object.fromEntries(entries))
    .map(
      given =>
        Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Arguments,
    )
}

function valueFor(
  parameter: Parameter,
  longestRange: number,
): fc.Arbitrary<number | string | readonly number[]> {
  if ('choices' in parameter) return fc.constantFrom(...Object.keys(parameter.choices))
  if ('rangeOf' in parameter) {
    const score = fc.oneof(
      { weight: 30, arbitrary: fc.integer({ min: 0, max: 10 }) },
      fc.constantFrom(-1, 11, 7.5),
    )
    const low = fc.integer({ min: 1, max: 5 })
    return fc.oneof(fc.array(low, { maxLength: longestRange }), fc.array(score, { maxLength: longestRange }))
  }
  return quantities[parameter.unit.split(' ')[0] as keyof typeof quantities] ?? count
}

const money = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 1e9 }).map(cents => cents / 100) },
  { weight: 1, arbitrary: fc.integer({ min: -1e6, max: 0 }).map(cents => cents / 100) },
)
const count = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 5000 }) }, fc.constantFrom(0, -1))
const quantities = {
  money,
  fraction: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 1000 }).map(thousandths => thousandths / 1000) },
    fc.constantFrom(0, 1, -0.1, 1.5),
  ),
  years: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 4, max: 120 }).map(quarters => quarters / 4) },
    fc.constantFrom(0, -1, 0.25, 0.5),
  ),
  days: count,
  score: fc.integer({ min: 1, max: 7 }),
}
