import { Decimal } from 'decimal.js'
import { irr } from '../../shared/formula/irr'
import { arithmeticOf, type Quantity, undecided } from '../../shared/formula/quantity'

const Wide = Decimal.clone({ precision: 200 })
const [few, many] = [34, 130]

function rateOf(digits: number, amounts: readonly string[], days: readonly number[]): Quantity {
  const arithmetic = arithmeticOf(digits, digits === many)
  return irr(amounts.map(arithmetic.parse), days.map(arithmetic.from), arithmetic)
}

/** By bisection in mpmath, to 150 digits. */
const rates: readonly [string, string[], number[], string][] = [
  ['of two flows', ['-1000', '2000'], [0, 730], new Wide(2).sqrt().minus(1).toString()],
  [
    'of three',
    ['-1000', '400', '800'],
    [0, 100, 365],
    '0.2779643637359334400861347683608123166887344789917621991100573467637334055775759324327830727472201539141240133399918770800795738679',
  ],
  [
    'below 0',
    ['-1', '-1000', '900'],
    [0, 3650, 3660],
    '-0.9786276836199074097651757036036759343359775947592520932844531976866109539062184672302517179314843644936285680919621120840725597442',
  ],
  [
    'beyond reason',
    ['-1000', '1100'],
    [0, 1],
    '1283305580313351.696899448007897965655451482685661305581955163203306216523925155173265306691450161577014849229986266030752102174333',
  ],
]

test.each(rates)(
  'of a rate %s nearly all digits that are carried are known',
  (_what, amounts, days, truth) => {
    for (const digits of [few, 100, many]) {
      const { value, error } = rateOf(digits, amounts, days)
      const off = Wide.sub(value, truth).abs().toNumber()
      expect(off).toBeLessThanOrEqual(10 ** Math.max(error, -110))
      const size = Math.max(new Decimal(truth).e, 0)
      expect([digits, error - size]).toEqual([digits, 3 - digits])
    }
  },
)

test.each<[string, string[], number[], string]>([
  ['the rate of a year', ['-1000', '1100'], [0, 365], '0.1'],
  ['a double root', ['-1000', '2200', '-1210'], [0, 365, 730], '0.1'],
  ['no rate', ['-1000', '1000'], [0, 500], '0'],
  ['no rate, twice', ['-1000', '2000', '-1000'], [0, 365, 730], '0'],
  [
    'a rate of 40 digits',
    ['-1', '1.1234567890123456789012345678901234567891'],
    [0, 365],
    '0.1234567890123456789012345678901234567891',
  ],
])('%s is exact with many digits, and taken for no other with few', (_what, amounts, days, rate) => {
  for (const digits of [100, many]) {
    const { value, error } = rateOf(digits, amounts, days)
    expect([value.toString(), error]).toEqual([rate, Number.NEGATIVE_INFINITY])
  }
  let known: Quantity | undefined
  try {
    known = rateOf(few, amounts, days)
  } catch (thrown) {
    expect(thrown).toBe(undecided)
  }
  expect(known?.error ?? 3 - few).toBe(3 - few)
})

test('whether flows come near 0 or touch it, only many digits tell', () => {
  let thrown: unknown
  try {
    rateOf(few, ['-1000', '2200', '-1210'], [0, 365, 730])
  } catch (reason) {
    thrown = reason
  }
  expect(thrown).toBe(undecided)
})
