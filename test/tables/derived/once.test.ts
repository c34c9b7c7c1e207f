import { once } from '../../../shared/tables/derived/once'
import { perPeriod } from '../../../shared/tables/derived/per-period'
import { perValue, worded } from '../../../shared/tables/derived/words'
import type { Rows } from '../../../shared/tables/rows'
import { type CellError, cellError } from '../../../shared/values'

/** Fails with what is given, or answers with how often it was asked. */
function counting(failure?: CellError | Error) {
  let asked = 0
  return {
    asked: () => asked,
    find: () => {
      asked++
      if (failure) throw failure
      return asked
    },
  }
}

test('something is worked out once, be it nothing', () => {
  const { find, asked } = counting()
  const found = once(find)
  expect(asked()).toBe(0)
  expect([found(), found(), asked()]).toEqual([1, 1, 1])
})

test('an error that a cell shows is not looked for again; a fault of ours is', () => {
  const refused = counting(cellError('#N/A', 'nobody knows'))
  const found = once(refused.find)
  for (const _ of [1, 2]) expect(found).toThrow(expect.objectContaining({ error: '#N/A' }))
  expect(refused.asked()).toBe(1)
  const broken = counting(new RangeError('broken'))
  const failing = once(broken.find)
  for (const _ of [1, 2]) expect(failing).toThrow('broken')
  expect(broken.asked()).toBe(2)
})

test('something is worked out once for each period', () => {
  const { find } = counting()
  const [first, second] = [
    { from: 1, to: 2 },
    { from: 3, to: 4 },
  ]
  const context = { period: first }
  const found = perPeriod({ context } as Rows, find)
  expect([found(), found()]).toEqual([1, 1])
  context.period = second
  expect([found(), found()]).toEqual([2, 2])
  context.period = first
  expect(found()).toBe(1)
})

test('something is worked out once for each value of a column', () => {
  const { find, asked } = counting()
  const found = perValue(row => ['Ana', 'Ben', 'Ana'][row] as string, find)
  expect([0, 1, 2, 0].map(found)).toEqual([1, 2, 1, 1])
  expect(asked()).toBe(2)
})

test('a blank is the empty word', () => {
  expect([worded(null), worded('Phone Call'), worded(5)]).toEqual(['', 'phone_call', '5'])
})
