import type { Area } from '../../shared/workbook/area'
import type { Overview } from '../../shared/workbook/steps'
import { f } from './formulas'
import { at, type Page, type Part } from './page'
import { heading, section } from './text'

/** What the first sheet of a template says. */
export interface Start {
  readonly title: string
  readonly lead: string
  /** AS_OF of the sample, as a serial. */
  readonly asOf: number
  /** What day the reported quarter holds, as a formula: that of AS_OF, or the last that is over. */
  readonly reports: string
  /** Each sheet with what it shows. */
  readonly sheets: readonly (readonly [sheet: string, shows: string])[]
  /** What stands in its tables: made-up rows, headers alone, or what the workbook had before. */
  readonly rows: 'sample' | 'none' | 'own'
}

/** The check list, the days that everything goes by, and the way to the other sheets. */
export function startPage(start: Start, { names }: Pick<Overview, 'names'>): Page {
  return {
    sheet: 'Start',
    widths: [2, 44, 18, 80],
    parts: [
      heading(start.title, start.lead),
      section('Five steps'),
      steps(start.rows),
      section('What every number goes by'),
      settings(start, names),
      section('The sheets'),
      index(start.sheets),
    ],
    print: { landscape: true, headerRows: 0 },
  }
}

const [open, done] = ['open', 'done']

const bringIn: Readonly<Record<Start['rows'], string>> = {
  sample:
    'The company in the sheets is made up. Empty the sheets Leads, Deals and Costs, and paste an export into each, its header row first.',
  none: 'Paste an export of your CRM into the sheets Leads, Deals and Costs, its header row first.',
  own: 'The tables of this workbook are used as they are.',
}

const steps =
  (rows: Start['rows']): Part =>
  corner => {
    const list = [
      ['Bring in your own data', bringIn[rows]],
      [
        'Set up',
        'Plumbline ▸ Set up knows the columns of your CRM, and points LEADS, DEALS and COSTS at your rows.',
      ],
      [
        'Agree what the words mean',
        'Plumbline ▸ Definitions: every term says what it decides. Until a team approves them, the built-in ones hold.',
      ],
      ['Look at the sheet Checks', 'Rows that would make a number wrong, each with what to do.'],
      [
        'Say up to which day things are known',
        'Type that day into AS_OF below: it never moves by itself, so that yesterday’s numbers can be shown again.',
      ],
    ]
    return {
      cells: [
        ['Step', 'State', 'How'],
        ...list.map(([what = '', how = ''], index) => [`${index + 1}  ${what}`, open, how]),
      ],
      looks: [
        [at(corner, 0, 0, 1, 3), { weight: 'header' }],
        [at(corner, 1, 2, list.length), { wrap: true }],
        [at(corner, 0, 1, list.length + 1), { align: 'centre' }],
      ],
      inputs: [at(corner, 1, 1, list.length)],
      choices: [
        { area: at(corner, 1, 1, list.length), from: [open as string, done as string], strict: true },
      ],
      conditions: [
        { area: at(corner, 1, 1, list.length), when: `C${corner.top + 2}="${done}"`, look: 'good' },
      ],
    }
  }

/** Names that the workbook has already keep pointing where they point. */
const settings =
  (start: Start, names: Overview['names']): Part =>
  corner => {
    const row = (name: string) => corner.top + 1 + rows.findIndex(([own]) => own === name)
    const rows = [
      ['AS_OF', 'As of', start.asOf, 'The last day that is known: what happened after it does not count.'],
      [
        'REPORT_DAY',
        'A day of the quarter reported',
        f(start.reports),
        'Type any day of another quarter to see that one.',
      ],
      [
        'PERIOD',
        'Quarter',
        f('FISCAL_PERIOD(REPORT_DAY,"quarter",DEFINITIONS)'),
        'By the fiscal calendar of the definitions.',
      ],
      ['PERIOD_FROM', 'First day', f('PERIOD_START(REPORT_DAY,"quarter",DEFINITIONS)'), ''],
      ['PERIOD_TO', 'Last day', f('PERIOD_END(REPORT_DAY,"quarter",DEFINITIONS)'), ''],
      ['PRIOR', 'Quarter before', f('FISCAL_PERIOD(PERIOD_FROM-1,"quarter",DEFINITIONS)'), ''],
      ['PRIOR_FROM', 'First day', f('PERIOD_START(PERIOD_FROM-1,"quarter",DEFINITIONS)'), ''],
      ['PRIOR_TO', 'Last day', f('PERIOD_END(PERIOD_FROM-1,"quarter",DEFINITIONS)'), ''],
      [
        '',
        'Definitions that govern it',
        f('DEFINITION_VERSION(PERIOD_FROM,DEFINITIONS)'),
        'v0 stands for the built-in ones, which nobody has approved yet.',
      ],
      [
        '',
        'Is it locked?',
        f('IS_LOCKED(PERIOD,LOCKS,DEFINITIONS)'),
        'A locked quarter keeps its numbers as they were reported.',
      ],
    ] as const
    const isDay = /^(AS_OF|REPORT_DAY|.*_FROM|.*_TO)$/
    const own: Record<string, Area> = {}
    for (const [name] of rows)
      if (name !== '' && !names[name]) own[name] = at(corner, row(name) - corner.top, 1)
    return {
      cells: [
        ['Setting', 'Value', ''],
        ...rows.map(([name, title, value, note]) => [
          name === '' ? title : `${title} (${name})`,
          name !== '' && names[name] ? f(name) : value,
          note,
        ]),
      ],
      looks: [
        [at(corner, 0, 0, 1, 3), { weight: 'header' }],
        [at(corner, 0, 1, rows.length + 1), { align: 'centre' }],
        ...rows.flatMap(([name], index) =>
          isDay.test(name) ? [[at(corner, 1 + index, 1), { format: 'date' }] as const] : [],
        ),
        [at(corner, 1, 2, rows.length), { weight: 'quiet' }],
      ],
      inputs: (['AS_OF', 'REPORT_DAY'] as const).flatMap(name => (own[name] ? [own[name]] : [])),
      names: own,
    }
  }

const index =
  (sheets: Start['sheets']): Part =>
  corner => ({
    cells: [['Sheet', '', 'What it shows'], ...sheets.map(([sheet, shows]) => [sheet, null, shows])],
    looks: [
      [at(corner, 0, 0, 1, 3), { weight: 'header' }],
      [at(corner, 1, 0, sheets.length), { weight: 'strong' }],
    ],
  })
