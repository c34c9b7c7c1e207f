/// <reference types="custom-functions-runtime" />
import { arrival, oddResult, someDay, thrownWords } from '../shared/probes'

/** Excel hands over the invocation behind the arguments. */
export const arrives = (...passed: unknown[]): string[][] => [[arrival(passed[0])]]

/** Declared as a matrix, as our functions are. */
export function returns(what: unknown): unknown[][] {
  const asked = Array.isArray(what) ? what[0]?.[0] : what
  return oddResult<unknown[][]>(String(asked), {
    NaN: () => [[Number.NaN]],
    null: () => [[null]],
    undefined: () => [[undefined]],
    date: () => [[new Date(someDay)]],
    throw: () => {
      throw new Error(thrownWords)
    },
    'throw in spill': () => [
      [1],
      [new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, thrownWords)],
      [3],
    ],
  })
}
