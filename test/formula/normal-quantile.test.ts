import { Decimal } from 'decimal.js'
import { normalQuantile } from '../../shared/formula/normal-quantile'
import { arithmeticOf, type Quantity } from '../../shared/formula/quantity'

const Wide = Decimal.clone({ precision: 120 })
const exactly = Number.NEGATIVE_INFINITY

/** As mpmath computes them to 80 digits: √2 erfinv(2 p - 1). */
const quantiles: Readonly<Record<string, string>> = {
  '0.5': '0',
  '0.975': '1.959963984540054235524594430520551527955550077869548398476952646361635',
  '0.025': '-1.959963984540054235524594430520551527955550077869548398476952646361635',
  '0.9': '1.281551565544600466965103329448742818619907824352582659702648230565703',
  '0.999': '3.090232306167813541540399830107379205491008491865808855697171108543569',
  '0.3': '-0.5244005127080407840382893250251225543253780354499781689059166758604299',
  '0.000001': '-4.753424308822898948193988187004275005642233726827027678663127237117412',
  '1e-15': '-7.941345326170996780966743572293612933937937078797294991241660854867261',
  '1e-19': '-9.013271153126674281256378746877279389757044101648190483318911585102712',
}

function expectWithin({ value, error }: Quantity, truth: string | Decimal): void {
  expect(Wide.sub(value, truth).abs().lte(Wide.pow(10, error))).toBe(true)
}

test.each(Object.entries(quantiles))('the normal quantile of %s is %s', (share, wanted) => {
  for (const digits of [34, 60]) {
    const arithmetic = arithmeticOf(digits, false)
    const found = normalQuantile(arithmetic.parse(share), arithmetic)
    expect(found.error).toBe(-digits)
    expectWithin(found, wanted)
  }
})

test('no more than 90 digits of a quantile are known, and those are right', () => {
  const many = arithmeticOf(130, false)
  const found = normalQuantile(many.parse('0.975'), many)
  expect(found.error).toBe(-90)
  // To 100 digits, by mpmath.
  expectWithin(
    found,
    '1.959963984540054235524594430520551527955550077869548398476952646361635274144882667798254709492814206018',
  )
})

test('a share that is not known to all digits is known by its quantile as far as it is steep there', () => {
  const arithmetic = arithmeticOf(60, false)
  for (const [share, wanted] of Object.entries(quantiles)) {
    const about = new Decimal(share)
    const error = Math.floor(Math.log10(about.toNumber())) - 9
    const found = normalQuantile({ value: about, error }, arithmetic)
    for (const side of [1, -1]) {
      const end = Wide.add(share, Wide.pow(10, error).times(side))
      expectWithin(found, normalQuantile({ value: end, error: exactly }, arithmetic).value)
    }
    // Ten digits less, and some for how steep it is.
    const steepness = Number(wanted) ** 2 / 2 / Math.LN10 + 0.4
    expect(found.error).toBeGreaterThan(error + steepness)
    expect(found.error).toBeLessThan(error + steepness + 2.1)
  }
})

test.each(['1e-20', '1e-5', '0.99999999999999999999'])('there is a quantile of %s', share => {
  const arithmetic = arithmeticOf(40, false)
  expect(normalQuantile(arithmetic.parse(share), arithmetic).value.isFinite()).toBe(true)
})

test.each(['0', '-0.1', '9e-21', '1', '0.999999999999999999991', '2'])('there is none of %s', share => {
  const arithmetic = arithmeticOf(40, false)
  let thrown: unknown
  try {
    normalQuantile(arithmetic.parse(share), arithmetic)
  } catch (reason) {
    thrown = reason
  }
  expect(thrown).toEqual({
    error: '#NUM!',
    reason: 'a normal quantile is of a share above 0 and below 1',
  })
})
