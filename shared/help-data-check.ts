import type { FunctionHelp } from './help'

export const dataCheckHelp: FunctionHelp = {
  name: 'DATA_CHECK',
  page: 'DATA_CHECK',
  category: 'Tables',
  about: 'What is wrong with the rows of a table: a line for each, with its row, column and what to do.',
  parameters: [
    {
      name: 'table',
      kind: 'table',
      unit: 'table',
      optional: false,
      about: 'A table with its header row: LEADS, DEALS, COSTS or another',
    },
    {
      name: 'kind',
      kind: 'text',
      unit: 'name',
      optional: true,
      about: 'Which table it is, such as deals; left out, its headers tell',
    },
    {
      name: 'definitions',
      kind: 'table',
      unit: 'definitions',
      optional: true,
      about: 'Which codes, stages and cost components are known; left out, the built-in definitions',
    },
  ],
  example: 'DATA_CHECK(DEALS)',
  card: {
    title: 'Is the data sound?',
    gives:
      'rows {row, column, problem, remedy}: the row of the range, its header being row 1; one line that says so where nothing is wrong',
    errors: [
      {
        error: '#VALUE!',
        reason: 'the range has not the headers of a table: the message names what is missing',
      },
    ],
    keywords: [
      ...['data quality', 'validate', 'duplicates', 'missing owner', 'text dates', 'clean up', 'CRM hygiene'],
      ...['unknown stage', 'unmapped cost', 'currency'],
    ],
  },
}
