import { Command, InvalidArgumentError, Option } from 'commander'
import { isCellError } from '../shared/values'
import { answerNow } from '../shared/workbook/run'
import { Refused } from '../shared/workbook/steps'
import { calc } from './calc'
import { wallClock } from './clock'
import type { DateOrder } from './csv-file'
import { fileHost } from './file-host'
import { openFiles } from './open-files'
import { type Format, formats, printed } from './print'

/** Where a run writes, so that tests can read it. */
export interface Streams {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

/** `0` all is well, `1` the answer is an error or something was found, `2` it could not be asked. */
export type ExitCode = 0 | 1 | 2

/** Runs one command; `args` are those behind the program's name. */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  let exit: ExitCode = 0
  const program = new Command('plumbline')
    .description('Sales and marketing metrics that mean one thing, over xlsx and CSV files.')
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.error })
    .showHelpAfterError('(plumbline --help shows what can be asked)')

  program
    .command('calc')
    .description('Computes a formula; its ranges are sheets, names and tables of the files.')
    .argument('<formula>', 'as in a cell, the = may be left out')
    .argument(
      '[files...]',
      'xlsx and CSV files; a table that is recognised has its name: LEADS, DEALS, COSTS …',
    )
    .addOption(asked)
    .addOption(dates)
    .addHelpText('after', examplesOfCalc)
    .action(async (formula: string, files: string[], { as, dates }: { as: Format; dates?: DateOrder }) => {
      const host = fileHost(await openFiles(files, dates), wallClock(new Date()))
      const result = answerNow(calc(formula), host)
      streams.out(`${printed(result, as)}\n`)
      if (isCellError(result)) exit = 1
    })

  try {
    await program.parseAsync(args, { from: 'user' })
    return exit
  } catch (error) {
    return refusal(error, streams)
  }
}

const asked = new Option('--as <format>', 'how the answer is printed').choices(formats).default('text')

const dates = new Option(
  '--dates <order>',
  'how 03/04/2026 in a CSV file is meant: day-first or month-first',
).argParser((order): DateOrder => {
  if (order === 'day-first') return 'day first'
  if (order === 'month-first') return 'month first'
  throw new InvalidArgumentError('Write day-first or month-first.')
})

const examplesOfCalc = `
Examples:
  plumbline calc "ROI_ANNUALISED(5000, 1000, 2.5)"
  plumbline calc 'METRIC("WIN_RATE", DATE(2026,1,1), DATE(2026,3,31), "", "", "", DEALS)' deals.csv
  plumbline calc 'METRIC_BY("COST_PER_NET_LEAD", "source", DATE(2026,1,1), DATE(2026,3,31), "", AS_OF, DEFINITIONS, LEADS, COSTS)' team.xlsx --as csv`

/** A sentence, and never a stack: what the user can do nothing about is said to be our fault. */
function refusal(error: unknown, { error: write }: Streams): ExitCode {
  if (error instanceof Refused) write(`${error.message}\n`)
  else if (isCommander(error)) return error.exitCode === 0 ? 0 : 2
  else
    write(
      `Something went wrong that Plumbline did not foresee: ${error instanceof Error ? error.message : error}\n`,
    )
  return 2
}

/** It has printed its sentence itself. */
function isCommander(error: unknown): error is { readonly exitCode: number } {
  return typeof error === 'object' && error !== null && 'exitCode' in error && 'code' in error
}
