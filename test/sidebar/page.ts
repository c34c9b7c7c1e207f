import type { Card } from '../../shared/renderings/card'
import { mountSidebar } from '../../shared/sidebar/mount'
import type { Insertion, Workbook } from '../../shared/sidebar/workbook'
import type { Ask } from '../../shared/workbook/questions'

/** The page of the tests: it stands where a host's entry stands, with a workbook that answers as it is told. */
declare global {
  var shownCards: readonly Card[] | undefined
  var answers: (Insertion | 'rejects' | 'never')[]
  var asked: Parameters<Workbook['insert']>[]
  /** Every question so far, with what was asked. */
  var questions: [string, unknown][]
  /** Answers a question outside of the page; without it, no question is ever answered. */
  var answerQuestion: ((question: string, asked: unknown) => Promise<unknown>) | undefined
}

globalThis.asked = []
globalThis.questions = []
const workbook: Workbook = {
  prefix: '',
  insert(...question) {
    globalThis.asked.push(question)
    const answer = globalThis.answers.shift()
    if (answer === 'rejects') return Promise.reject(new Error('The network is gone.'))
    if (answer === 'never' || answer === undefined) return new Promise(() => {})
    return Promise.resolve(answer)
  },
  ask: (async (question, asked) => {
    globalThis.questions.push([question, asked])
    const answer = await globalThis.answerQuestion?.(question, asked)
    if (answer === 'rejects') throw new Error('The network is gone.')
    if (answer === 'never' || globalThis.answerQuestion === undefined) return new Promise(() => {})
    return answer
  }) as Ask,
}
mountSidebar(document.getElementById('sidebar') as HTMLElement, workbook, globalThis.shownCards)
