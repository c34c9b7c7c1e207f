import { type CellError, cellError, isCellError } from '../values'
import { asked as read } from './asked'
import { checkSheet } from './check/check-sheet'
import { checkTogether } from './check/check-together'
import { mend } from './check/mend'
import { approve } from './definitions/approve'
import { definitions } from './definitions/definitions'
import { difference } from './definitions/difference'
import { importSet } from './definitions/import-set'
import { lockPeriod, unlockPeriod } from './definitions/lock'
import { preview } from './definitions/preview'
import { compareSet, exportSet } from './definitions/share'
import { evaluate } from './formulas/evaluate'
import { bringBack } from './handover/bring-back'
import { handOver, handOverPlan } from './handover/hand-over'
import { verify } from './handover/verify'
import type { Question, Questions } from './questions'
import { selection, show } from './selection'
import { buildTemplate, templates } from './set-up/build-template'
import { setUp } from './set-up/set-up'
import { survey } from './set-up/survey'
import { sheets } from './sheets'
import { isRefused, Refused, type Steps } from './steps'
import type { Template } from './template'
import { undo } from './undo'
import { tablesAsked } from './why/asked-of-tables'
import { why } from './why/why'

/** Who answers what: a service enters itself with one line. */
const answers: {
  readonly [Name in Question]: (
    asked: Parameters<Questions[Name]>[0],
    all: readonly Template[],
  ) => Steps<ReturnType<Questions[Name]>>
} = {
  survey,
  setUp,
  templates,
  buildTemplate,
  sheets,
  definitions,
  preview,
  approve,
  lockPeriod,
  unlockPeriod,
  difference,
  exportSet,
  compareSet,
  importSet,
  checkSheet,
  checkTogether,
  evaluate,
  mend,
  selection,
  show,
  handOverPlan,
  handOver,
  bringBack,
  verify,
  undo,
  why,
  tablesAsked,
}

/**
 * Answers a question of the sidebar. Whatever a page hands over is read before anything is done with it, and
 * whatever goes wrong comes back as an error with a sentence: it never throws.
 * @param all the templates that can be built, which the host brings along
 */
export function* answer(question: unknown, asked: unknown, all: readonly Template[] = []): Steps<unknown> {
  try {
    if (!isQuestion(question)) {
      throw new Refused(
        'The sidebar asked for what Plumbline does not know. Reload the workbook, and open it again.',
      )
    }
    const service = answers[question] as (asked: unknown, all: readonly Template[]) => Steps<unknown>
    return yield* service(read[question](asked, `“${question}”`), all)
  } catch (error) {
    return inWords(error)
  }
}

function isQuestion(question: unknown): question is Question {
  return typeof question === 'string' && Object.keys(answers).includes(question)
}

function inWords(error: unknown): CellError {
  if (isCellError(error)) return { error: error.error, reason: error.reason }
  const message = String(Object(error).message ?? error)
  if (isRefused(error)) return cellError('#VALUE!', message)
  return cellError(
    '#VALUE!',
    `Something went wrong that Plumbline did not foresee: ${message}. Look at the cells before you try again.`,
  )
}
