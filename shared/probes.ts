import type { FunctionHelp } from './help'

/**
 * Two functions that hosts add to those of the catalogue, for the template Self-test: what only the real spreadsheet
 * can show about arguments and results, they show. No metric, and in no list of ours.
 */
export const probes: readonly FunctionHelp[] = [
  probe('PLUMBLINE_ARRIVES', 'How an argument arrives in this spreadsheet.', 'A1', {
    name: 'value',
    about: 'A cell, a range, or nothing',
    optional: true,
  }),
  probe('PLUMBLINE_RETURNS', 'What this spreadsheet makes of an odd result.', '"NaN"', {
    name: 'what',
    about: 'NaN, null, undefined, date, throw or throw in spill',
    optional: false,
  }),
]

function probe(
  name: string,
  about: string,
  example: string,
  parameter: { name: string; about: string; optional: boolean },
): FunctionHelp {
  return {
    // They have no card, nor a page.
    ...{ name, page: 'support', category: 'Self-test', about: `For the Self-test: ${about}` },
    parameters: [{ ...parameter, kind: 'text', unit: '' }],
    example: `${name}(${example})`,
  }
}

/** What a function may give back that is no result of ours. */
export type Oddity = 'NaN' | 'null' | 'undefined' | 'date' | 'throw' | 'throw in spill'

/** The odd result that was asked for, given what each is in a host. */
export function oddResult<Result>(what: string, results: Readonly<Record<Oddity, () => Result>>): Result {
  const asked = Object.keys(results).find(name => name === what) as Oddity | undefined
  if (asked === undefined) throw new Error(`Ask for one of ${Object.keys(results).join(', ')}.`)
  return results[asked]()
}

export const thrownWords = 'Thrown on purpose by PLUMBLINE_RETURNS'
/** 31 January 2026, as an instant. */
export const someDay = Date.UTC(2026, 0, 31)

const mostCells = 6

/** In words what a host handed over, a matrix with its size and first cells. */
export function arrival(given: unknown): string {
  if (given === undefined) return 'nothing (undefined)'
  if (given === null) return 'blank (null)'
  if (given === '') return 'empty text'
  if (typeof given === 'number') return `number ${given}`
  if (typeof given === 'boolean') return `boolean ${given ? 'TRUE' : 'FALSE'}`
  if (typeof given === 'string') return `text “${given}”`
  if (Array.isArray(given)) return matrixInWords(given)
  // By its tag, since `instanceof` fails for what another context made.
  const tag = Object.prototype.toString.call(given)
  if (tag === '[object Date]') return `date object ${(given as Date).toISOString()}`
  const { code, message } = given as { readonly code?: unknown; readonly message?: unknown }
  if (typeof code === 'string') return `error ${code}`
  return tag === '[object Error]'
    ? `error object “${message}”`
    : `object with ${Object.keys(given).join(', ')}`
}

function matrixInWords(rows: readonly unknown[]): string {
  const cells = rows.flatMap(row => (Array.isArray(row) ? row : [row]))
  const columns = rows.length === 0 ? 0 : cells.length / rows.length
  const first = cells.slice(0, mostCells).map(arrival).join('; ')
  const more = cells.length > mostCells ? '; …' : ''
  return `matrix of ${rows.length} × ${columns} (rows × columns): ${first}${more}`
}
