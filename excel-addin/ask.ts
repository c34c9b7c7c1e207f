/// <reference types="office-js" />
import { cellError } from '../shared/values'
import type { answer } from '../shared/workbook/answer'
import type { Ask } from '../shared/workbook/questions'
import { answerLater } from '../shared/workbook/run'
import type { Template } from '../shared/workbook/template'
import { excelHost } from './host/host'

declare global {
  /** The core's answers, left there by the script of the functions. */
  var plumblineAnswer: typeof answer | undefined
}

const notLoaded =
  'Plumbline’s formulas have not loaded yet. Wait a moment, or close this pane and open it again.'

const host = excelHost()

/** Asks the core, over the workbook that the pane is open in. Whatever happens, there is an answer. */
export const askExcel =
  (templates: readonly Template[]): Ask =>
  async (question, asked) => {
    const core = globalThis.plumblineAnswer
    if (core === undefined) return cellError('#N/A', notLoaded)
    // The answer of the core is what the contract says of the question.
    return (await answerLater(core(question, asked, templates), host)) as never
  }
