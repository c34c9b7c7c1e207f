import { type CellError, isCellError } from '../../values'

/** Gives what a part of the work throws as a value: the errors of cells are values everywhere else. */
export function caught<Found>(read: () => Found): Found | CellError {
  try {
    return read()
  } catch (thrown) {
    if (isCellError(thrown)) return thrown
    throw thrown
  }
}
