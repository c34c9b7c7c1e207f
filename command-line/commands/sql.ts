import { Option } from 'commander'
import type { Wanted } from '../../shared/metrics/on-tables/answer'
import { type DialectName, dialects } from '../../shared/renderings/sql-tables/dialects/index'
import { statement } from '../../shared/renderings/sql-tables/statement'
import { isCellError } from '../../shared/values'
import { Refused } from '../../shared/workbook/steps'
import { readDefinitionsFile } from '../../warehouse/definitions-file'
import { type QuestionOptions, questionOptions, tablesGiven } from '../../warehouse/options'
import { prepare } from '../../warehouse/question'
import { mappingOf } from '../../warehouse/sql-text'
import type { AddCommand } from '../command'

interface SqlOptions extends QuestionOptions {
  readonly dialect: DialectName
  readonly columns?: string
}

export const sql: AddCommand = (program, { out }) => {
  const command = program
    .command('sql')
    .description('Prints the one statement that gives metrics in a database, for another program to run.')
  questionOptions(command, 'its name in the database, such as crm.leads')
    .addOption(
      new Option('--dialect <database>', 'whose SQL').choices(Object.keys(dialects)).makeOptionMandatory(),
    )
    .option(
      '--columns <file>',
      'CSV with table_name and column_name; without it the columns have Plumbline’s names',
    )
    .addHelpText('after', examples)
    .action(async (names: string[], options: SqlOptions) => {
      const agreed = await readDefinitionsFile(options.definitions)
      const mapping = await mappingOf(tablesGiven(options), options.columns, options.dialect)
      const { question, periods, metrics, by } = await prepare(
        { ...options, metrics: names },
        agreed,
        nobodyKnows,
      )
      for (const metric of metrics) if (isCellError(metric)) throw new Refused(metric.reason)
      const asked = { ...question, wanted: metrics as readonly Wanted[], mapping }
      const named = { metrics: names, set: agreed.name, periods: periods.map(period => period.name) }
      const written = statement(named, by === undefined ? asked : { ...asked, by }, options.dialect)
      if (isCellError(written)) throw new Refused(written.reason)
      out(`${written.text};\n`)
    })
}

async function nobodyKnows(): Promise<never> {
  throw new Refused('Give --from and --to: a statement is written without looking into the tables.')
}

const examples = `
Examples:
  plumbline sql COST_PER_NET_LEAD --dialect bigquery --definitions team.json --leads crm.leads --costs crm.costs --from 2026-01-01 --to 2026-03-31 --by month
  plumbline sql WIN_RATE --dialect postgresql --deals sales.deals --columns columns.csv --from 2026-01-01 --to 2026-03-31 --by owner`
