import type { Matrix } from '../../../shared/values'
import { answer } from '../../../shared/workbook/answer'
import type { Answer, Question, Questions } from '../../../shared/workbook/questions'
import { answerLater } from '../../../shared/workbook/run'
import type { Content, Host } from '../../../shared/workbook/steps'
import { openExcel } from './excel-port'
import { openFake } from './fake-port'
import { openPlayground } from './playground-port'
import type { OpenPort } from './port'
import { openSheets } from './sheets-port'

/** To run a test in each: `describe.each(everyHost)('in %s', (_, open) => …)`. */
export const everyHost: readonly [string, OpenPort][] = [
  ['memory', openFake],
  ['Google Sheets', openSheets],
  ['Excel', openExcel],
  ['the playground', openPlayground],
]

/** Asks as a page does: through JSON, both ways. */
export async function askHost<Name extends Question>(
  host: Host,
  question: Name,
  asked: Parameters<Questions[Name]>[0],
): Promise<Exclude<Answer<Name>, { readonly error: string }>> {
  const told = await answerLater(answer(question, JSON.parse(JSON.stringify(asked))), host)
  const said = JSON.parse(JSON.stringify(told ?? null))
  if (said !== null && 'error' in said) throw new Error(`${question}: ${said.reason}`)
  return said
}

/** Writes rows from the first cell of a sheet on, as an import does. */
export async function placeRows(
  host: Host,
  sheet: string,
  rows: Matrix | readonly (readonly Content[])[],
): Promise<void> {
  const area = { sheet, top: 0, left: 0, bottom: rows.length - 1, right: (rows[0]?.length ?? 1) - 1 }
  await host.apply([{ do: 'write', area, cells: rows as readonly (readonly Content[])[] }])
}
