import type { Sheets } from './questions'
import { overview, type Steps } from './steps'

/** The workbook's sheets, so that the sidebar can look through them one by one. */
export function* sheets(): Steps<Sheets> {
  const { sheets, locale } = yield* overview()
  return { sheets, locale }
}
