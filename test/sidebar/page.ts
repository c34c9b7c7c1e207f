import type { Card } from '../../shared/renderings/card'
import { mountSidebar } from '../../shared/sidebar/mount'
import type { Insertion, Workbook } from '../../shared/sidebar/workbook'

/** The page of the tests: it stands where a host's entry stands, with a workbook that answers as it is told. */
declare global {
  var shownCards: readonly Card[] | undefined
  var answers: (Insertion | 'rejects' | 'never')[]
  var asked: Parameters<Workbook['insert']>[]
}

globalThis.asked = []
const workbook: Workbook = {
  prefix: '',
  insert(...question) {
    globalThis.asked.push(question)
    const answer = globalThis.answers.shift()
    if (answer === 'rejects') return Promise.reject(new Error('The network is gone.'))
    if (answer === 'never' || answer === undefined) return new Promise(() => {})
    return Promise.resolve(answer)
  },
}
mountSidebar(document.getElementById('sidebar') as HTMLElement, workbook, globalThis.shownCards)
