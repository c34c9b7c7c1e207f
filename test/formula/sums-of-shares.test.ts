import fc from 'fast-check'
import { evaluate } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'

/** Thirds, sevenths and the like of amounts in cents, added as fractions of whole numbers. */
function exactly(cents: readonly number[], parts: readonly number[], wholes: readonly number[]): number {
  const common = 2n * 2n * 3n * 5n * 7n * 29n * 31n * 73n * 61n
  const sum = cents.reduce(
    (total, amount, index) =>
      total + (BigInt(amount) * BigInt(parts[index] as number) * common) / BigInt(wholes[index] as number),
    0n,
  )
  // Far more digits than a double has, so that only the last rounding counts.
  const scaled = (sum * 10n ** 40n) / (common * 100n)
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(41, '0')
  return Number(`${scaled < 0n ? '-' : ''}${digits.slice(0, -40)}.${digits.slice(-40)}`)
}

const wholes = [3, 7, 28, 29, 30, 31, 365, 366]

test('shares of many amounts add up as fractions do, however many they are', () => {
  const amount = fc.record({
    cents: fc.integer({ min: -1_000_000, max: 10_000_000 }),
    whole: fc.constantFrom(...wholes),
    part: fc.nat({ max: 31 }),
  })
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (rows, times) => {
        const many = Array.from({ length: times }, () => rows).flat()
        const inputs = {
          amounts: many.map(({ cents }) => cents / 100),
          parts: many.map(({ part }) => part),
          wholes: many.map(({ whole }) => whole),
        }
        expect(evaluate(treeOf('sum(amounts * parts / wholes)'), inputs)).toBe(
          exactly(
            many.map(({ cents }) => cents),
            inputs.parts,
            inputs.wholes,
          ),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('thousands of thirds', () => {
  const amounts = Array.from({ length: 30_000 }, (_, index) => 10 + (index % 13))
  expect(evaluate(treeOf('sum(amounts / 3)'), { amounts })).toBe(
    amounts.reduce((sum, amount) => sum + amount, 0) / 3,
  )
})

test('a sum of many products divides by no 0, and keeps its lists of one length', () => {
  const many = Array.from({ length: 100 }, (_, index) => index + 0.1)
  const sum = (wholes: readonly number[]) =>
    evaluate(treeOf('sum(amounts / wholes)'), { amounts: many, wholes })
  expect(sum(many.map(() => 4))).toBe(1240)
  expect(sum(many.map((_, index) => index % 2))).toMatchObject({ error: '#DIV/0!' })
  expect(sum([1, 2])).toMatchObject({ error: '#VALUE!' })
  expect(evaluate(treeOf('sum(amounts * amounts)'), { amounts: many })).toBe(
    evaluate(treeOf('sum(amounts ^ 2)'), { amounts: many }),
  )
})
