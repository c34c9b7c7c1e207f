import type { Command } from 'commander'
import type { TableName } from '../shared/tables/schema'
import { schemas } from '../shared/tables/schemas'
import { Refused } from '../shared/workbook/steps'
import type { Asked } from './question'

/** What `run` and `sql` are both told. */
export interface QuestionOptions extends Omit<Asked, 'metrics'> {
  readonly definitions?: string
}

const tableNames = Object.keys(schemas) as TableName[]

export function questionOptions(command: Command, table: string): Command {
  command.argument('<metrics...>', 'such as WIN_RATE, or WIN_RATE@restated')
  for (const name of tableNames) command.option(`--${spoken(name)} <table>`, table)
  return command
    .option(
      '--definitions <file>',
      'a set that was exported (JSON), or a workbook with DEFINITIONS, LOCKS and SNAPSHOT',
    )
    .option('--from <day>', 'the first day, such as 2026-01-01')
    .option('--to <day>', 'the last day')
    .option(
      '--by <what>',
      'week, month, quarter or year; or a column; or, given twice, both',
      (one: string, others: readonly string[]) => [...others, one],
      [] as readonly string[],
    )
    .option('--where <conditions>', 'such as "region=West;source=web"', '')
    .option('--as-of <day>', 'what was known on that day')
}

/** The tables that were given, by their names. */
export function tablesGiven(options: object): Partial<Record<TableName, string>> {
  const given = options as Readonly<Record<string, string | undefined>>
  const named = tableNames.flatMap(name => {
    const own = given[spoken(name).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
    return own === undefined ? [] : [[name, own]]
  })
  if (named.length === 0)
    throw new Refused('No table is given: add --leads, --deals or --costs with a file or table.')
  return Object.fromEntries(named)
}

function spoken(name: TableName): string {
  return name.replace(/_/g, '-')
}
