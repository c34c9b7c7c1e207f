import { mountSidebar } from '../../shared/sidebar/mount'
import type { Insertion, Workbook } from '../../shared/sidebar/workbook'

/** The part of Google's client script that the sidebar uses; every call answers through one of the handlers. */
interface ServerFunctions {
  withSuccessHandler(handler: (answer: Insertion) => void): ServerFunctions
  withFailureHandler(handler: (error: Error) => void): ServerFunctions
  plumblineInsertFormula(formula: string, over: { address: string; content: string } | null): void
}

declare const google: { script: { run: ServerFunctions } }

const workbook: Workbook = {
  prefix: '',
  insert: (formula, over) =>
    new Promise((resolve, reject) => {
      google.script.run
        .withSuccessHandler(resolve)
        .withFailureHandler(reject)
        .plumblineInsertFormula(formula, over ?? null)
    }),
}

const place = document.getElementById('sidebar')
if (place !== null) mountSidebar(place, workbook)
