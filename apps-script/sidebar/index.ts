import { mountSidebar } from '../../shared/sidebar/mount'
import type { Insertion, Workbook } from '../../shared/sidebar/workbook'
import { askServer, type Server } from './ask'

/** The part of Google's client script that insertion uses; every call answers through one of the handlers. */
interface ServerFunctions {
  withSuccessHandler(handler: (answer: Insertion) => void): ServerFunctions
  withFailureHandler(handler: (error: Error) => void): ServerFunctions
  plumblineInsertFormula(formula: string, over: { address: string; content: string } | null): void
}

declare const google: { script: { run: ServerFunctions & Server } }

const workbook: Workbook = {
  prefix: '',
  insert: (formula, over) =>
    new Promise((resolve, reject) => {
      const run: ServerFunctions = google.script.run
      run
        .withSuccessHandler(resolve)
        .withFailureHandler(reject)
        .plumblineInsertFormula(formula, over ?? null)
    }),
  ask: askServer(() => google.script.run),
}

const place = document.getElementById('sidebar')
if (place !== null) mountSidebar(place, workbook)
