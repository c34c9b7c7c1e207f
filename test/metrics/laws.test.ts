import fc from 'fast-check'
import { type Unit, unitOf } from '../../shared/formula/units'
import { metricsByName } from '../../shared/metrics/by-name'
import { compute } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import { type Given, type Metric, type Parameter, withDefaults } from '../../shared/metrics/metric'
import { isCellError } from '../../shared/values'
import { argumentsFor } from '../support/arguments'

const typed = metrics.filter(metric => !metric.onTablesOnly)

function value(name: string, given: Given): number {
  const metric = metricsByName.get(name) as Metric
  const result = compute(metric, withDefaults(metric, given))
  if (isCellError(result))
    throw new Error(`${name}(${JSON.stringify(given)}): ${result.error} ${result.reason}`)
  return Number(result)
}

/** Both are rounded once, but the law's other side is computed in doubles. */
function expectNear(left: number, right: number, scale = 1): void {
  expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-11 * Math.max(Math.abs(left), Math.abs(right), scale))
}

const money = fc.integer({ min: 1, max: 1e9 }).map(cents => cents / 100)
const rate = fc.integer({ min: 1, max: 999 }).map(thousandths => thousandths / 1000)
const count = fc.integer({ min: 1, max: 5000 })

function moneyIn(parameter: Parameter): number {
  const words = 'rangeOf' in parameter ? parameter.rangeOf : 'unit' in parameter ? parameter.unit : 'fraction'
  return ((unitOf(words) as Unit).money ?? 0) as number
}

/** Money in another currency: every ratio stays, every amount changes alike. */
describe.each(
  typed
    .filter(metric => Object.values(metric.parameters).some(moneyIn))
    .map(metric => [metric.name, metric] as const),
)('%s', (_name, metric) => {
  test('is the same in a currency of a tenth, but for amounts', () => {
    const factor = 10
    fc.assert(
      fc.property(argumentsFor(metric, 6), given => {
        const scaled = Object.entries(given).map(([name, argument]) => {
          const power = moneyIn(metric.parameters[name] as Parameter)
          // The exact tenfold: a product of doubles is a little off, which a difference near 0 magnifies.
          const times = (number: number): number => (power === 0 ? number : Number(`${number}e1`))
          if (typeof argument === 'number') return [name, times(argument)]
          return [name, typeof argument === 'object' ? (argument as number[]).map(times) : argument]
        })
        // Some parameters have no money in them under a variant, such as points of ROI.
        if (
          (metric.variants ?? []).some(
            ({ units }) => units && Object.values(given).some(choice => typeof choice === 'string'),
          )
        )
          return
        const usual = compute(metric, withDefaults(metric, given))
        const changed = compute(metric, withDefaults(metric, Object.fromEntries(scaled)))
        if (isCellError(usual) || isCellError(changed)) {
          expect([isCellError(usual) && usual.error]).toEqual([isCellError(changed) && changed.error])
        } else if (typeof usual === 'string') expect(changed).toBe(usual)
        else expectNear(Number(changed), usual * factor ** (unitOf(metric.unit).money ?? 0))
      }),
      { numRuns: 100 },
    )
  })
})

/** Ranges whose order means something: flows by date, periods, a base beside its change. */
const ordered = new Set(['ROI_IRR', 'ORGANIC_BASELINE', 'CLV_COHORT', 'ROLLING', 'FUNNEL_WHAT_IF'])

describe.each(
  typed
    .filter(
      ({ name, parameters }) =>
        !ordered.has(name) && Object.values(parameters).some(parameter => 'rangeOf' in parameter),
    )
    .map(metric => [metric.name, metric] as const),
)('%s', (_name, metric) => {
  test('does not mind the order of its rows', () => {
    fc.assert(
      fc.property(argumentsFor(metric, 6), fc.infiniteStream(fc.nat()), (given, keys) => {
        const longest = Math.max(
          ...Object.values(given).map(argument => (typeof argument === 'object' ? argument.length : 0)),
        )
        const order = [...keys.take(longest)]
          .map((key, index) => [key, index] as const)
          .sort((a, b) => a[0] - b[0])
        const lengths = Object.values(given).flatMap(argument =>
          typeof argument === 'object' ? [argument.length] : [],
        )
        if (new Set(lengths).size > 1) return
        const shuffled = Object.entries(given).map(([name, argument]) => [
          name,
          typeof argument === 'object' ? order.map(([, index]) => argument[index]) : argument,
        ])
        const usual = compute(metric, withDefaults(metric, given))
        const changed = compute(metric, withDefaults(metric, Object.fromEntries(shuffled)))
        if (isCellError(usual)) expect(changed).toMatchObject({ error: usual.error })
        else expect(changed).toEqual(usual)
      }),
      { numRuns: 100 },
    )
  })
})

function law(name: string, check: () => void): void {
  test(name, check)
}

function holdsFor<Values extends readonly unknown[]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  check: (...values: Values) => void,
): void {
  fc.assert(
    fc.property(fc.tuple(...(arbitraries as unknown as fc.Arbitrary<unknown>[])), values =>
      check(...(values as unknown as Values)),
    ),
    {
      numRuns: 200,
    },
  )
}

law('annualised ROI, compounded over the years, is the return again', () => {
  holdsFor<[number, number, number]>(
    [money, money, fc.integer({ min: 1, max: 40 })],
    (returns, cost, years) => {
      const yearly = value('ROI_ANNUALISED', { returns, cost, years })
      expectNear((1 + yearly) ** years * cost, returns, cost)
    },
  )
})

law('over one year, annualised ROI is ROI', () => {
  holdsFor<[number, number]>([money, money], (returns, cost) => {
    expect(value('ROI_ANNUALISED', { returns, cost, years: 1 })).toBe(value('ROI', { returns, cost }))
  })
})

law('ROI is the revenue to cost ratio less 1', () => {
  holdsFor<[number, number]>([money, money], (returns, cost) => {
    expectNear(value('ROI', { returns, cost }), value('REVENUE_COST_RATIO', { revenue: returns, cost }) - 1)
  })
})

law('with no organic growth, attributable ROI is ROI', () => {
  holdsFor<[number, number, number]>([money, money, rate], (returns, cost, margin) => {
    expect(value('ROI_ATTRIBUTABLE', { returns, cost, organic: 0, margin })).toBe(
      value('ROI', { returns, cost, margin }),
    )
  })
})

law('ROMI is ROI at the contribution margin', () => {
  holdsFor<[number, number, number]>([money, money, rate], (revenue, spend, margin) => {
    expect(value('ROMI', { incremental_revenue: revenue, contribution_margin: margin, spend })).toBe(
      value('ROI', { returns: revenue, cost: spend, margin }),
    )
  })
})

law('the unit form of the payback is that of the whole', () => {
  holdsFor<[number, number, number, number]>([money, count, money, rate], (cost, customers, arpa, margin) => {
    const whole = value('CAC_PAYBACK_MONTHS', { cost, new_mrr: arpa * customers, gross_margin: margin })
    const cac = value('CAC', { cost, new_customers: customers })
    expectNear(value('CAC_PAYBACK_MONTHS', { cost: cac, new_mrr: arpa, gross_margin: margin }), whole)
  })
})

law('NPS lies between -100 and 100, and CSAT between 0 and 1', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 30 })
  holdsFor<[number[]]>([scores], responses => {
    expect(Math.abs(value('NPS', { responses }))).toBeLessThanOrEqual(100)
    const share = value('CSAT', { responses: responses.map(score => 1 + (score % 5)) })
    expect(share >= 0 && share <= 1).toBe(true)
  })
})
