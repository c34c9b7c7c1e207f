import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Host } from '../shared/workbook/steps'
import { wallClock } from '../shared/workbook/wall-clock'
import type { DateOrder } from './csv-file'
import { fileHost } from './file-host'
import { openFiles } from './open-files'
import { formats } from './print'

/** Where a run writes, so that tests can read it. */
export interface Streams {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

/** `0` all is well, `1` the answer is an error or something was found, `2` it could not be asked. */
export type ExitCode = 0 | 1 | 2

/** Adds one command to the program; its action says by `end` how it ended, where that is not 0. */
export type AddCommand = (program: Command, streams: Streams, end: (exit: ExitCode) => void) => void

export const as = (): Option =>
  new Option('--as <format>', 'how the answer is printed').choices(formats).default('text')

export const dates = (): Option =>
  new Option('--dates <order>', 'how 03/04/2026 in a CSV file is meant: day-first or month-first').argParser(
    (order): DateOrder => {
      if (order === 'day-first') return 'day first'
      if (order === 'month-first') return 'month first'
      throw new InvalidArgumentError('Write day-first or month-first.')
    },
  )

/** The files as one workbook that can be asked. */
export async function hostOf(files: readonly string[], order?: DateOrder): Promise<Host> {
  return fileHost(await openFiles(files, order), wallClock(new Date()))
}
