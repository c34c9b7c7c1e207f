import { type CellError, isCellError } from '../../values'

/** Works something out when it is first asked for; an error that this throws is thrown again, not looked for again. */
export function once<Found>(find: () => Found): () => Found {
  let found: { readonly value: Found } | undefined
  let failure: CellError | undefined
  return () => {
    if (failure) throw failure
    if (found) return found.value
    try {
      found = { value: find() }
    } catch (thrown) {
      if (isCellError(thrown)) failure = thrown
      throw thrown
    }
    return found.value
  }
}
