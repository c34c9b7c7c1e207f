import { answer } from '../../shared/workbook/answer'
import { answerNow } from '../../shared/workbook/run'
import { templates } from '../../templates/bundled'
import { sheetsHost } from './host'

/** Longer than any set of definitions or undo; Google itself takes 50 MB. */
const longestAsked = 20_000_000

/**
 * Answers a question of the sidebar. Both ways as JSON, since Google’s own way to the page refuses dates and
 * turns what is undefined into null. Whatever is handed over, the answer is one: it never throws.
 */
export function ask(question: unknown, asked: unknown): string {
  return JSON.stringify(answerNow(answer(question, parsed(asked), templates), sheetsHost()) ?? null)
}

/** What is no JSON is undefined, which no question takes. */
function parsed(asked: unknown): unknown {
  if (typeof asked !== 'string' || asked.length > longestAsked) return undefined
  try {
    return JSON.parse(asked)
  } catch {
    return undefined
  }
}
