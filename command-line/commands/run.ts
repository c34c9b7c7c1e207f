import { isCellError } from '../../shared/values'
import { readDefinitionsFile } from '../../warehouse/definitions-file'
import { type QuestionOptions, questionOptions, tablesGiven } from '../../warehouse/options'
import { printedResults } from '../../warehouse/printed'
import { prepare } from '../../warehouse/question'
import { recordedIn } from '../../warehouse/recorded'
import { run as answered } from '../../warehouse/run'
import { type AddCommand, as, dates } from '../command'
import type { DateOrder } from '../csv-file'
import type { Format } from '../print'

interface RunOptions extends QuestionOptions {
  readonly as: Format
  readonly dates?: DateOrder
}

export const run: AddCommand = (program, streams, end) => {
  const command = program
    .command('run')
    .description('Computes metrics over tables of any size, by the definitions of a team.')
  questionOptions(command, 'a Parquet, CSV or xlsx file')
    .addOption(as())
    .addOption(dates())
    .addHelpText('after', examples)
    .action(async (metrics: string[], options: RunOptions) => {
      const agreed = await readDefinitionsFile(options.definitions)
      // The database is a large library, and other commands do without.
      const { openFiles } = await import('../../warehouse/duckdb')
      const engine = await openFiles(tablesGiven(options), options.dates, line => streams.error(`${line}\n`))
      try {
        const prepared = await prepare({ ...options, metrics }, agreed, () => recordedIn(engine))
        const results = await answered(metrics, prepared, engine)
        streams.out(printedResults(results, metrics, options.as))
        if (results.some(({ value }) => isCellError(value))) end(1)
      } finally {
        await engine.close()
      }
    })
}

const examples = `
Examples:
  plumbline run --leads leads.parquet --deals deals.csv --costs costs.csv --definitions team.json COST_PER_NET_LEAD WIN_RATE --by month
  plumbline run --deals deals.parquet WIN_RATE WIN_RATE@restated --from 2026-01-01 --to 2026-03-31 --by owner --as csv`
