import { excelFunction } from '../../excel-addin/cells'
import type { Formula } from '../../shared/formulas'
import type { Argument, Result } from '../../shared/values'
import { cellError } from '../../shared/values'
import { installCustomFunctions } from './excel-error'

installCustomFunctions()

const invocation = { functionName: 'SAMPLE' }

/** By default a number, then tables. */
function sample(compute: Formula['compute'], spills = true) {
  return excelFunction({ name: 'SAMPLE', compute, spills, repeatsFrom: 1 })
}

/** What the core is given when Excel passes these arguments. */
function received(...passed: unknown[]): readonly Argument[] {
  let seen: readonly Argument[] = []
  sample(args => {
    seen = args
    return 0
  })(...passed, invocation)
  return seen
}

function given(result: Result, spills?: boolean) {
  return sample(() => result, spills)(null, null, invocation)
}

test('a left-out argument is undefined, an empty cell null, a single cell its value', () => {
  expect(received(null, null)).toEqual([undefined])
  expect(received([[null]], null)).toEqual([null])
  expect(received([[5]], null)).toEqual([5])
  expect(received([[46_023.5]], null)).toEqual([46_023.5])
})

test('a range stays a range', () => {
  expect(
    received(
      [
        [1, 'text'],
        [true, null],
      ],
      null,
    ),
  ).toEqual([
    [
      [1, 'text'],
      [true, null],
    ],
  ])
})

test('repeated tables become one argument each', () => {
  expect(
    received(
      [[1]],
      [
        [['lead_id'], ['L1']],
        [['deal_id'], ['D1']],
      ],
    ),
  ).toEqual([1, [['lead_id'], ['L1']], [['deal_id'], ['D1']]])
})

test('an error in a cell reaches the core with its own code, in a range too', () => {
  const reference = new CustomFunctions.Error('#REF!' as CustomFunctions.ErrorCode)
  expect(received([[reference]], null)).toEqual([expect.objectContaining({ error: '#REF!' })])
  expect(received([[1], [reference]], null)).toEqual([[[1], [expect.objectContaining({ error: '#REF!' })]]])
})

test('a data type without a plain value is an error, not a guess', () => {
  expect(received([[{ type: 'Entity', text: 'MSFT' }]], null)).toEqual([
    expect.objectContaining({ error: '#VALUE!', reason: expect.stringContaining('data type') }),
  ])
})

test('a value is a matrix of one where many may come, and plain where only one can', () => {
  expect(given(4)).toEqual([[4]])
  expect(given(4, false)).toBe(4)
})

test('a single error is thrown with its code and reason', () => {
  expect(() => given(cellError('#N/A', 'no definition is effective yet'))).toThrow(
    expect.objectContaining({ code: '#N/A', message: 'no definition is effective yet' }),
  )
})

test('an error that Excel does not take back when thrown is handed back as a value', () => {
  expect(given({ error: '#REF!', reason: '' })).toEqual([[expect.objectContaining({ code: '#REF!' })]])
})

test('an error that Excel has no code for becomes #VALUE! that names it', () => {
  expect(() => given({ error: '#SPILL!', reason: 'came in' })).toThrow(
    expect.objectContaining({ code: '#VALUE!', message: '#SPILL!: came in' }),
  )
})

test('inside a spill an error takes its own cell only', () => {
  expect(given([[1], [cellError('#DIV/0!', 'cost is 0')]])).toEqual([
    [1],
    [expect.objectContaining({ code: '#DIV/0!', message: 'cost is 0' })],
  ])
})

test('nothing that Excel would show as 0 gets through', () => {
  const notANumber = expect.objectContaining({ code: '#NUM!' })
  expect(given([[Number.NaN, Number.POSITIVE_INFINITY, null]])).toEqual([[notANumber, notANumber, '']])
})
