import { cellError } from '../../shared/values'
import type { Ask } from '../../shared/workbook/questions'

/** The part of Google's client script that questions use; every call answers through one of the handlers. */
export interface Server {
  withSuccessHandler(handler: (answer: string) => void): Server
  withFailureHandler(handler: (error: Error) => void): Server
  plumblineAsk(question: string, asked: string): void
}

/** Google ends a script after six minutes; what has not been answered by then never will be. */
const patience = 370_000

const uncertain =
  'Whether it was done is not known: look at the sheet, then open the sidebar again before you repeat it.'

/** Asks the script on Google's server, both ways as JSON. Whatever happens on the way, there is an answer. */
export const askServer =
  (server: () => Server): Ask =>
  (question, asked) =>
    new Promise(resolve => {
      const fail = (why: string) => resolve(cellError('#N/A', `${why} ${uncertain}`))
      const timer = setTimeout(fail, patience, 'Google Sheets gave no answer within six minutes.')
      const settle = (answer: () => void) => {
        clearTimeout(timer)
        answer()
      }
      try {
        server()
          .withSuccessHandler(answer => settle(() => resolve(read(answer) ?? undefined)))
          .withFailureHandler(error => settle(() => fail(reasonOf(error))))
          .plumblineAsk(question, JSON.stringify(asked))
      } catch (error) {
        settle(() => fail(reasonOf(error)))
      }
    })

// biome-ignore lint/suspicious/noExplicitAny: the script answers each question as its contract says.
function read(answer: string): any {
  try {
    return JSON.parse(answer)
  } catch {
    return cellError('#N/A', `The answer of Google Sheets cannot be read. ${uncertain}`)
  }
}

/** Google's own words for what went wrong on the way, in ours. */
function reasonOf(error: unknown): string {
  const message = String(Object(error).message ?? error)
  if (/exceeded maximum execution time/i.test(message)) return 'This took longer than Google Sheets allows.'
  if (/NetworkError|Connection failure|HTTP 0/i.test(message))
    return 'The connection to Google Sheets was lost.'
  if (/authoriz|permission/i.test(message)) {
    return 'Google Sheets did not allow this: close the sidebar, reload the spreadsheet, and allow Plumbline.'
  }
  return `Google Sheets could not answer: ${message.replace(/[.\s]*$/, '.')}`
}
