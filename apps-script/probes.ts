import { arrival, oddResult, someDay, thrownWords } from '../shared/probes'

export function arrives(given: ArrayLike<unknown>): string {
  return given.length === 0 ? 'nothing (no argument)' : arrival(given[0])
}

/** What a script gives back is as it stands: Google Sheets makes of it what it will. */
export function returns(what: unknown): unknown {
  return oddResult<unknown>(String(what), {
    NaN: () => Number.NaN,
    null: () => null,
    undefined: () => undefined,
    date: () => new Date(someDay),
    throw: () => {
      throw new Error(thrownWords)
    },
    'throw in spill': () => [[1], [new Error(thrownWords)], [3]],
  })
}
