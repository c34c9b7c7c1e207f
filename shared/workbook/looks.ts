import type { Condition } from './dress'
import type { Look } from './steps'

/** Colours in six hexadecimal digits, one accent on white; text on each fill is dark enough to be read (WCAG AA). */
export interface Style {
  readonly bold: boolean
  /** In points, where the host's normal text has 10. */
  readonly size: number
  readonly colour: string | undefined
  readonly fill: string | undefined
}

const accent = '1F4E5F'
const quiet = '5B6B73'

const style = (bold: boolean, size: number, colour?: string, fill?: string): Style => ({
  ...{ bold, size, colour, fill },
})

/** What each weight of a look is, in every host and every file. */
export const weights: Readonly<Record<NonNullable<Look['weight']>, Style>> = {
  title: style(true, 18, accent),
  section: style(true, 13, accent),
  header: style(true, 10, '1F3A44', 'EAF0F2'),
  figure: style(true, 22, accent),
  strong: style(true, 10),
  quiet: style(false, 9, quiet),
  plain: style(false, 10),
}

export const fills: Readonly<Record<NonNullable<Look['fill']>, string>> = {
  tile: 'F3F7F8',
  input: 'FFF8E1',
}

/** Number formats as every spreadsheet writes them; Google and Excel call the first one General. */
export const formats: Readonly<Record<NonNullable<Look['format']>, string>> = {
  general: 'General',
  text: '@',
  whole: '#,##0',
  decimals: '#,##0.00',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
}

/** Text and fill of cells for which a condition is true. */
export const conditionColours: Readonly<Record<Condition['look'], { text: string; fill: string }>> = {
  good: { text: '1B5E20', fill: 'E3F1E4' },
  watch: { text: '7A4B00', fill: 'FFF1D6' },
  bad: { text: '9B1C1C', fill: 'FBE4E4' },
  quiet: { text: quiet, fill: 'FFFFFF' },
}
