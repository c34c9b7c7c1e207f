import { isCellError } from '../shared/values'
import { answer } from '../shared/workbook/answer'
import type { Answer, Question, Questions } from '../shared/workbook/questions'
import { answerNow } from '../shared/workbook/run'
import { type Host, Refused } from '../shared/workbook/steps'

/** Asks as the sidebar does; what cannot be answered is a sentence on its way out. */
export function ask<Name extends Question>(
  host: Host,
  question: Name,
  asked: Parameters<Questions[Name]>[0],
): Exclude<Answer<Name>, { error: string; reason: string }> {
  const given = answerNow(answer(question, asked), host)
  if (isCellError(given)) throw new Refused(given.reason)
  return given as Exclude<Answer<Name>, { error: string; reason: string }>
}
