import { isCellError } from '../../shared/values'
import { answerNow } from '../../shared/workbook/run'
import { type AddCommand, as, dates, hostOf } from '../command'
import type { DateOrder } from '../csv-file'
import { formulaValue } from '../formula-value'
import { type Format, printed } from '../print'

export const calc: AddCommand = (program, { out }, end) => {
  program
    .command('calc')
    .description('Computes a formula; its ranges are sheets, names and tables of the files.')
    .argument('<formula>', 'as in a cell, the = may be left out')
    .argument(
      '[files...]',
      'xlsx and CSV files; a table that is recognised has its name: LEADS, DEALS, COSTS …',
    )
    .addOption(as())
    .addOption(dates())
    .addHelpText('after', examples)
    .action(async (formula: string, files: string[], options: { as: Format; dates?: DateOrder }) => {
      const result = answerNow(formulaValue(formula), await hostOf(files, options.dates))
      out(`${printed(result, options.as)}\n`)
      if (isCellError(result)) end(1)
    })
}

const examples = `
Examples:
  plumbline calc "ROI_ANNUALISED(5000, 1000, 2.5)"
  plumbline calc 'METRIC("WIN_RATE", DATE(2026,1,1), DATE(2026,3,31), "", "", "", DEALS)' deals.csv
  plumbline calc 'METRIC_BY("COST_PER_NET_LEAD", "source", DATE(2026,1,1), DATE(2026,3,31), "", AS_OF, DEFINITIONS, LEADS, COSTS)' team.xlsx --as csv`
