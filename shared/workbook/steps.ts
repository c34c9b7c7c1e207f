import type { Cell, Matrix } from '../values'
import type { Area } from './area'
import type { Dress } from './dress'

/**
 * What the sidebar asks of a workbook is told as steps, so that one telling serves hosts that answer at once (Google
 * Sheets, the playground) and one that answers later (Excel). A question is a generator that yields steps.
 */
export type Steps<Answer> = Generator<Step, Answer, unknown>

export type Step = {
  readonly [Name in keyof Host]: { readonly do: Name; readonly given: Parameters<Host[Name]> }
}[keyof Host]

/** All that a host has to do; everything else is built of it. Each may answer later, or throw `Refused`. */
export interface Host {
  /** Sheets, names, locale and clock, without a look into the cells. */
  readonly overview: () => Later<Overview>
  /** The cells of areas, clipped to where the sheet ends. */
  readonly read: (areas: readonly Area[]) => Later<readonly Block[]>
  /** The active cell, with the range around it that is selected. */
  readonly selected: () => Later<Selected | undefined>
  /** Shows and selects. */
  readonly select: (area: Area) => Later<void>
  /** Does all edits in order, as one step of the host's own undo where it has one. */
  readonly apply: (edits: readonly Edit[]) => Later<void>
  /** Keeps every other editor of the workbook from writing through Plumbline; false: somebody else holds it. */
  readonly lock: () => Later<boolean>
  readonly unlock: () => Later<void>
}

export type Later<Value> = Value | Promise<Value>

export interface Overview {
  readonly sheets: readonly SheetInfo[]
  /** The workbook's own names, in capitals; undefined for one that points nowhere or is no range. */
  readonly names: Readonly<Record<string, Area | undefined>>
  readonly locale: Locale
  /** The wall clock of the workbook, as a serial. */
  readonly now: number
  /** What stands before our functions' names in a formula. */
  readonly prefix: '' | 'PLUMB.'
}

export interface SheetInfo {
  readonly name: string
  /** Up to the last cell that holds anything; 0 in an empty sheet. */
  readonly rows: number
  readonly columns: number
  readonly hidden: boolean
  /** Whether its cells may not be written by whoever sits here. */
  readonly guarded: boolean
}

export interface Locale {
  /** As in `en-GB`. */
  readonly language: string
  readonly decimal: '.' | ','
  /** Between the arguments of a formula as people type it. */
  readonly separator: ',' | ';'
}

/** Cells as they are now. */
export interface Block {
  readonly area: Area
  /** Dates are serials. An error has no reason here: no host tells it. */
  readonly values: Matrix
  /** With their `=`, arguments separated by `,` and numbers with `.`, whatever the locale; `''` where there is none. */
  readonly formulas: readonly (readonly string[])[]
}

export interface Selected {
  /** The active cell. */
  readonly cell: Area
  readonly area: Area
}

/** What an edit puts into a cell; text stays text, whatever it begins with. `undefined` leaves the cell alone. */
export type Content = Exclude<Cell, object> | { readonly formula: string } | undefined

/** How cells look; what a look does not name stays as it is. */
export interface Look {
  readonly format?: 'general' | 'text' | 'whole' | 'decimals' | 'percent' | 'date' | 'moment'
  /** A `figure` is the big number of a tile; a `section` heads a part of a sheet. */
  readonly weight?: 'title' | 'section' | 'header' | 'figure' | 'strong' | 'quiet' | 'plain'
  /** Behind the cells: a tile on the page, a cell to be filled in by people. A weight alone takes it away. */
  readonly fill?: 'tile' | 'input'
  readonly align?: 'left' | 'centre' | 'right'
  readonly wrap?: boolean
}

export type Edit =
  | { readonly do: 'add sheet'; readonly sheet: string; readonly after?: string }
  /** With so many charts, none unless said; a sheet that holds more is not removed. */
  | { readonly do: 'remove sheet'; readonly sheet: string; readonly charts?: number }
  | { readonly do: 'write'; readonly area: Area; readonly cells: readonly (readonly Content[])[] }
  /** Points a name at an area, or removes it. */
  | { readonly do: 'name'; readonly name: string; readonly area: Area | undefined }
  | { readonly do: 'look'; readonly area: Area; readonly look: Look }
  /** In letters of the normal font, from the first column on. */
  | { readonly do: 'widths'; readonly sheet: string; readonly letters: readonly number[] }
  /** Of a sheet that the same change adds. */
  | { readonly do: 'dress'; readonly sheet: string; readonly dress: Dress }

/** Thrown by a host that will not or cannot do a step: its message is a sentence for the user. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** By its name, since the host and the core may be two scripts, each with a class of its own. */
export const isRefused = (error: unknown): error is Refused => Object(error).name === 'Refused'

function* step<Name extends keyof Host>(
  name: Name,
  ...given: Parameters<Host[Name]>
): Steps<Awaited<ReturnType<Host[Name]>>> {
  return (yield { do: name, given } as Step) as Awaited<ReturnType<Host[Name]>>
}

export const overview = (): Steps<Overview> => step('overview')
export const read = (areas: readonly Area[]): Steps<readonly Block[]> => step('read', areas)
export const selected = (): Steps<Selected | undefined> => step('selected')
export const select = (area: Area): Steps<void> => step('select', area)
export const apply = (edits: readonly Edit[]): Steps<void> => step('apply', edits)
export const lock = (): Steps<boolean> => step('lock')
export const unlock = (): Steps<void> => step('unlock')
