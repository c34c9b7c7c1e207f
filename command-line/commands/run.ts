import { Option } from 'commander'
import { isCellError } from '../../shared/values'
import { readBytes } from '../../warehouse/bytes'
import { readDefinitionsFile } from '../../warehouse/definitions-file'
import { type EngineOptions, engines, openEngine } from '../../warehouse/open-engine'
import { type QuestionOptions, questionOptions, tablesGiven } from '../../warehouse/options'
import { printedResults } from '../../warehouse/printed'
import { prepare } from '../../warehouse/question'
import { recordedIn } from '../../warehouse/recorded'
import { run as answered } from '../../warehouse/run'
import { type AddCommand, as, dates } from '../command'
import type { Format } from '../print'

interface RunOptions extends QuestionOptions, EngineOptions {
  readonly as: Format
}

export const run: AddCommand = (program, streams, end) => {
  const command = program
    .command('run')
    .description('Computes metrics over tables of any size, by the definitions of a team.')
  questionOptions(command, 'a Parquet, CSV or xlsx file; or a table of the engine')
    .addOption(as())
    .addOption(dates())
    .addOption(new Option('--engine <name>', 'who measures').choices(engines).default('duckdb'))
    .option('--project <id>', 'BigQuery: the project that is billed')
    .option('--location <place>', 'BigQuery: where the tables are, such as EU')
    .option(
      '--max-bytes-billed <size>',
      'BigQuery: what would read more is not run (default: 100GB)',
      text => readBytes('--max-bytes-billed', text),
      100e9,
    )
    .option('--dry-run', 'BigQuery: only tells what would be read')
    .option('--master <address>', 'Spark: the cluster, such as yarn or spark://host:7077')
    .addHelpText('after', examples)
    .action(async (metrics: string[], options: RunOptions) => {
      const agreed = await readDefinitionsFile(options.definitions)
      const engine = await openEngine(tablesGiven(options), options, line => streams.error(`${line}\n`))
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
  plumbline run --deals deals.parquet WIN_RATE WIN_RATE@restated --from 2026-01-01 --to 2026-03-31 --by owner --as csv
  plumbline run --engine bigquery --leads crm.leads --definitions team.json NET_LEADS_ISSUED --from 2026-01-01 --to 2026-03-31 --dry-run`
