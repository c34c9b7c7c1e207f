import type { Host, Step, Steps } from './steps'

/** Answers a question on a host that does every step at once. */
export function answerNow<Answer>(question: Steps<Answer>, host: Host): Answer {
  let next = question.next()
  while (!next.done) next = attempt(question, () => done(next.value as Step, host))
  return next.value
}

/** Answers a question on a host that may take its time. */
export async function answerLater<Answer>(question: Steps<Answer>, host: Host): Promise<Answer> {
  let next = question.next()
  while (!next.done) {
    let found: unknown
    try {
      found = await done(next.value, host)
    } catch (error) {
      next = question.throw(error)
      continue
    }
    next = question.next(found)
  }
  return next.value
}

/** What goes wrong in a step is thrown where the question asked for it, so that it can put things right. */
function attempt<Answer>(question: Steps<Answer>, doStep: () => unknown): IteratorResult<Step, Answer> {
  let found: unknown
  try {
    found = doStep()
  } catch (error) {
    return question.throw(error)
  }
  return question.next(found)
}

function done(step: Step, host: Host): unknown {
  const act = host[step.do] as (...given: readonly unknown[]) => unknown
  return act(...step.given)
}
