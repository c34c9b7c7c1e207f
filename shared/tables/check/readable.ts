import { isCellError } from '../../values'

/** What is read; undefined where a cell cannot be read or a column is missing, which is told elsewhere. */
export function readable<Found>(read: () => Found): Found | undefined {
  try {
    return read()
  } catch (thrown) {
    if (isCellError(thrown)) return undefined
    throw thrown
  }
}
