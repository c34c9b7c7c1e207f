import { type Cell, isCellError } from '../values'
import type { Area } from './area'
import { Refused } from './steps'

/** Takes what a page handed over, which may be anything, or throws a sentence that says what is wrong with `what`. */
export type Reader<Value> = (given: unknown, what: string) => Value

const refuse = (what: string, wanted: string): never => {
  throw new Refused(`The sidebar asked for something with ${what} that is not ${wanted}. Open it again.`)
}

/** Text of at most so many characters; a spreadsheet's cell holds 32,767 in Excel, 50,000 in Sheets. */
export const text =
  (most = 32_767): Reader<string> =>
  (given, what) =>
    typeof given === 'string' && given.length <= most
      ? given
      : refuse(what, `a text of up to ${most} letters`)

export const number: Reader<number> = (given, what) =>
  typeof given === 'number' && Number.isFinite(given) ? given : refuse(what, 'a number')

export const whole =
  (least: number, most: number): Reader<number> =>
  (given, what) =>
    Number.isInteger(given) && (given as number) >= least && (given as number) <= most
      ? (given as number)
      : refuse(what, `a whole number from ${least} to ${most}`)

/** A day or moment that a spreadsheet holds: up to the end of 9999. */
export const serial: Reader<number> = (given, what) =>
  typeof given === 'number' && given >= 0 && given < 2_958_466 ? given : refuse(what, 'a date')

export const flag: Reader<boolean> = (given, what) =>
  typeof given === 'boolean' ? given : refuse(what, 'true or false')

export const oneOf =
  <Choice extends string | number>(...choices: readonly Choice[]): Reader<Choice> =>
  (given, what) =>
    choices.includes(given as Choice) ? (given as Choice) : refuse(what, `one of ${choices.join(', ')}`)

/** What may be left out; on the way to a server a missing value becomes null. */
export const optional =
  <Value>(reader: Reader<Value>): Reader<Value | undefined> =>
  (given, what) =>
    given === undefined || given === null ? undefined : reader(given, what)

export const list =
  <Value>(reader: Reader<Value>, most = 1000): Reader<readonly Value[]> =>
  (given, what) =>
    Array.isArray(given) && given.length <= most
      ? given.map((entry, index) => reader(entry, `entry ${index + 1} of ${what}`))
      : refuse(what, `a list of up to ${most}`)

/** Reads the fields that it knows and takes no others over; a field that is undefined is left out. */
export const record =
  <Value extends object>(fields: { readonly [Name in keyof Value]-?: Reader<Value[Name] | undefined> }) =>
  (given: unknown, what: string): Value => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuse(what, 'a record')
    const read: Record<string, unknown> = {}
    for (const name of Object.keys(fields)) {
      const reader = fields[name as keyof Value]
      const value = reader((given as Record<string, unknown>)[name], name)
      if (value !== undefined) read[name] = value
    }
    return read as Value
  }

const anyArea = record<Area>({
  sheet: text(255),
  top: whole(0, 9_999_999),
  left: whole(0, 18_277),
  bottom: whole(0, 9_999_999),
  right: whole(0, 18_277),
})

/** An area that can be: its end is not before its start. */
export const area: Reader<Area> = (given, what) => {
  const read = anyArea(given, what)
  return read.top <= read.bottom && read.left <= read.right ? read : refuse(what, 'an area of cells')
}

const anyText = text()

export const cell: Reader<Cell> = (given, what) => {
  if (given === null || given === undefined) return null
  if (typeof given === 'boolean') return given
  if (typeof given === 'number') return number(given, what)
  if (isCellError(given)) return { error: anyText(given.error, what), reason: anyText(given.reason, what) }
  return anyText(given, what)
}
