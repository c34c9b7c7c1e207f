import { Command } from 'commander'
import { Refused } from '../shared/workbook/steps'
import type { ExitCode, Streams } from './command'
import { calc } from './commands/calc'
import { check } from './commands/check'
import { definitions } from './commands/definitions'
import { explain } from './commands/explain'
import { handover } from './commands/handover'
import { run as runMetrics } from './commands/run'
import { sql } from './commands/sql'
import { template } from './commands/template'
import { verify } from './commands/verify'

/** Runs one command; `args` are those behind the program's name. */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  let exit: ExitCode = 0
  const program = new Command('plumbline')
    .description('Sales and marketing metrics that mean one thing, over xlsx and CSV files.')
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.error })
    .showHelpAfterError('(plumbline --help shows what can be asked)')
  for (const add of [calc, check, explain, definitions, runMetrics, sql, handover, verify, template])
    add(program, streams, ended => (exit = ended))
  try {
    await program.parseAsync(args, { from: 'user' })
    return exit
  } catch (error) {
    return refusal(error, streams)
  }
}

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
