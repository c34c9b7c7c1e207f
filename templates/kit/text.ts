import type { Content } from '../../shared/workbook/steps'
import { f } from './formulas'
import { at, type Part } from './page'

/** The head of a page: its title, and beneath it a line that says what it is of. */
export const heading =
  (title: string, beneath: Content): Part =>
  corner => ({
    cells: [[title], [beneath]],
    looks: [
      [at(corner, 0, 0), { weight: 'title' }],
      [at(corner, 1, 0), { weight: 'quiet' }],
    ],
  })

/** What a group of parts is about; a sentence in small letters may explain it. */
export const section =
  (title: string, note?: string): Part =>
  corner => ({
    cells: [[title], ...(note === undefined ? [] : [[note]])],
    // What it heads follows at once.
    rows: note === undefined ? 0 : 1,
    looks: [
      [at(corner, 0, 0), { weight: 'section' }],
      ...(note === undefined ? [] : [[at(corner, 1, 0), { weight: 'quiet' }] as const]),
    ],
  })

/** A day as 2026-06-30 in every language: the letters that TEXT takes are not the same everywhere. */
export const dayOf = (day: string): string =>
  `YEAR(${day})&"-"&RIGHT("0"&MONTH(${day}),2)&"-"&RIGHT("0"&DAY(${day}),2)`

/** Which period a page is of, up to when things are known, and by which definitions. */
export const basedOn: Content = f(
  `PERIOD&", as known on "&${dayOf('AS_OF')}&", by definitions "&DEFINITION_VERSION(PERIOD_FROM,DEFINITIONS)`,
)
