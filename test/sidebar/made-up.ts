import type { AskedOfTables } from '../../shared/renderings/sql-tables/asked-of-tables'
import { type Area, cellAt } from '../../shared/workbook/area'
import type { Finding, Level, Questions, Survey, Why } from '../../shared/workbook/questions'
import type { Locale } from '../../shared/workbook/steps'
import { serial } from '../support/tables'

/** Answers of a small workbook, as long and as odd as they come. */
const english: Locale = { language: 'en-GB', decimal: '.', separator: ',' }

const range = (sheet: string, rows: number, columns: number): Area => ({
  ...{ sheet, top: 0, left: 0, bottom: rows, right: columns - 1 },
})

const undo = { expected: [], names: [], edits: [] }

export const survey: Survey = {
  locale: english,
  tables: [
    {
      ...{ area: range('CRM export', 1284, 7), table: 'leads', fitting: ['leads'], rows: 1284 },
      columns: [
        ...(
          [
            ['Lead ID', 'lead_id', ['L-1001', 'L-1002']],
            ['Create Date', 'created_at', ['2026-01-04', '2026-01-05']],
            ['Lead Source', 'source', ['web', 'event', 'referral']],
            ['Owner', 'owner', ['Ana', 'Ben']],
          ] as const
        ).map(
          ([header, column, samples], place) => ({ header, place, column, how: 'synonym', samples }) as const,
        ),
        { header: 'Handover', place: 4, column: 'issued_at', how: 'guess', samples: ['2026-01-06 10:12'] },
        { header: 'Disposition', place: 5, column: undefined, how: 'unknown', samples: ['DUPLICATE', ''] },
        { header: 'Notes', place: 6, column: undefined, how: 'unknown', samples: [] },
      ],
      missing: [{ column: 'outcome_code', key: false }],
      ...{ name: 'LEADS', naming: 'new', warnings: [] },
    },
    {
      ...{ area: range('Deals', 312, 3), table: 'deals', fitting: ['deals'], rows: 312 },
      columns: [
        { header: 'deal_id', place: 0, column: 'deal_id', how: 'canonical', samples: ['D-1'] },
        { header: 'stage', place: 1, column: 'stage', how: 'canonical', samples: ['Closed Won'] },
        { header: 'amount', place: 2, column: 'amount', how: 'canonical', samples: ['12000'] },
      ],
      missing: [],
      ...{ name: 'DEALS', naming: 'grown', warnings: ['Two headers are “amount”: the first is used.'] },
    },
    {
      ...{ area: range('Budget', 40, 3), table: undefined, fitting: ['costs', 'targets'], rows: 40 },
      columns: [{ header: 'Betrag', place: 0, column: undefined, how: 'unknown', samples: ['1200'] }],
      missing: [],
      ...{ name: '', naming: 'new', warnings: [] },
    },
  ],
  absent: [
    {
      table: 'activities',
      about: 'One row for every call, mail and meeting.',
      needs: ['activity_id', 'type', 'done_at'],
    },
  ],
  definitions: { state: 'missing' },
  asOf: undefined,
  latest: serial('2026-03-31'),
  scorecard: undefined,
}

export const doneSurvey: Survey = {
  ...survey,
  tables: survey.tables.slice(0, 1).map(table => ({
    ...{ ...table, naming: 'named', missing: [] },
    columns: table.columns.filter(({ how }) => how === 'synonym'),
  })),
  definitions: { state: 'there', area: range('Definitions', 12, 10), version: 4, unratified: 71 },
  asOf: { area: cellAt('Start', 2, 1), value: { number: serial('2026-03-31'), unit: 'date' } },
  scorecard: range('Scorecard', 12, 6),
}

const level: Level = {
  depth: 0,
  call: '=COST_PER_NET_LEAD(LEADS, COSTS, B1, B2, DEFINITIONS)',
  name: 'COST_PER_NET_LEAD',
  title: 'Cost per net lead',
  about: 'What one lead costs that sales accepted and that still counts after disputes.',
  value: { number: 4714.285714285714, unit: 'money per lead' },
  calculation: '33000 / 7 = 4714.285714285714',
  parts: [
    { name: 'cost', value: { number: 33000, unit: 'money' }, n: 9 },
    { name: 'net_leads', value: { number: 7, unit: 'leads' }, n: 12 },
  ],
  leftOut: [
    {
      ...{ table: 'leads', rows: 3, of: 'net leads' },
      reason: 'DUPLICATE within the dispute window of 5 working days',
      shown: [cellAt('Leads', 4, 0), cellAt('Leads', 8, 0), cellAt('Leads', 11, 0)],
    },
    { table: 'costs', rows: 1, reason: 'its component is not in the set', shown: [cellAt('Costs', 3, 0)] },
  ],
  definitions: [
    {
      ...{ term: 'cost.marketing_investment', title: 'Marketing investment' },
      ...{ words: 'ad_spend, agency, tools and labour', version: 2 },
    },
    {
      ...{ term: 'lead.dispute_window_days', title: 'Dispute window', words: '5 working days' },
      version: 0,
    },
  ],
  label: 'Cost per net lead, 1 Jan to 31 Mar 2026, under v2',
  ofTables: true,
  locked: {
    period: '2026-Q1',
    asReported: { number: 2142.857142857143, unit: 'money per lead' },
    restated: { number: 4714.285714285714, unit: 'money per lead' },
  },
}

/** What that level asks of tables. */
export const tablesAsked: AskedOfTables = {
  ...{ metric: 'COST_PER_NET_LEAD', overrides: {}, conditions: [], asOf: serial('2026-03-31') },
  period: { from: serial('2026-01-01'), to: serial('2026-03-31') },
  ...{ definitions: null, records: [] },
  tables: [
    {
      table: 'leads',
      headers: ['Lead ID', 'Create Date', 'issued_at', 'qualified', 'Owner', 'outcome_code', 'outcome_at'],
    },
    { table: 'costs', headers: ['date', 'amount', 'component'] },
  ],
}

export const why: Why = {
  locale: english,
  cell: cellAt('Metrics', 8, 2),
  formula: '=ROUND(COST_PER_NET_LEAD(LEADS, COSTS, B1, B2, DEFINITIONS), 2)',
  value: { number: 4714.29, unit: 'money' },
  levels: [level],
}

export const nested: Why = {
  ...why,
  formula: '=ROI(TOTAL_REVENUE(DEALS, B1, B2), TOTAL_COST(COSTS, B1, B2, "all"))',
  value: { error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' },
  levels: [
    {
      ...level,
      ...{ depth: 0, call: 'ROI(TOTAL_REVENUE(…), TOTAL_COST(…))', name: 'ROI', calculation: '' },
      title: 'Return on investment',
      value: { error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' },
      remedy: 'No cost of these components lies between B1 and B2: widen the dates, or add the costs.',
      leftOut: [],
    },
    { ...level, depth: 1, call: 'TOTAL_COST(COSTS, B1, B2, "all")', title: 'Total cost' },
  ],
}

const finding: Finding = {
  ...{ kind: 'typed over', severity: 1, area: cellAt('Metrics', 11, 3), holds: '0.42' },
  detail: 'A number stands in a column of formulas; the cells above and below compute it.',
  remedy: 'Put the formula of the neighbours back.',
  mended: '=WIN_RATE_T(DEALS, D$1, D$2, DEFINITIONS)',
}

export const findings: readonly Finding[] = [
  finding,
  { ...finding, area: cellAt('Metrics', 12, 3), holds: '0.5' },
  {
    ...{ kind: 'error', severity: 1, area: cellAt('Metrics', 9, 2), holds: '#DIV/0!' },
    detail: 'net_leads is 0: no lead was issued in this quarter.',
    remedy: 'Nothing to mend: the quarter is empty. Leave it, or shorten the scorecard.',
  },
  {
    ...{ kind: 'no definitions', severity: 2, area: cellAt('Metrics', 6, 1) },
    holds: '=COST_PER_NET_LEAD(LEADS, COSTS, B1, B2)',
    detail: 'The formula goes by the built-in definitions, while the team has its own.',
    remedy: 'Pass DEFINITIONS.',
    mended: '=COST_PER_NET_LEAD(LEADS, COSTS, B1, B2, DEFINITIONS)',
  },
  ...Array.from({ length: 9 }, (_, row) => ({
    ...{ kind: 'row problem' as const, severity: 2 as const, area: cellAt('Leads', row + 1, 0) },
    ...{ holds: '', detail: `issued_at lies before created_at in row ${row + 2}.` },
    remedy: 'Mend the export, or the row.',
  })),
  {
    ...{ kind: 'whole column', severity: 3, area: cellAt("Ana's sheet", 2, 2), holds: '=MRR(Subs!A:F)' },
    ...{ detail: 'A whole column is handed over.', remedy: 'Name the table, and pass the name.' },
  },
]

export const madeUp: {
  readonly [Name in keyof Questions]?: (asked: Parameters<Questions[Name]>[0]) => ReturnType<Questions[Name]>
} = {
  survey: () => survey,
  tablesAsked: () => tablesAsked,
  setUp: () => ({
    ...{ outcome: 'done', undo },
    made: [
      { made: 'name', name: 'LEADS', area: range('CRM export', 1284, 7), before: undefined },
      { made: 'name', name: 'DEALS', area: range('Deals', 312, 3), before: range('Deals', 280, 3) },
      { made: 'header', area: cellAt('CRM export', 0, 4), from: 'Handover', to: 'issued_at' },
      { made: 'definitions', area: range('Definitions', 84, 10) },
      { made: 'as of', area: cellAt('Definitions', 0, 12) },
      { made: 'scorecard', area: range('Scorecard', 12, 6) },
    ],
  }),
  templates: () => [
    {
      ...{ name: 'executive', title: 'Executive overview', forWhom: 'CEO and CFO, once a quarter' },
      ...{ shows: 'Eight figures, eight quarters.', sheets: ['Start', 'Overview', 'Checks'] },
    },
    {
      ...{ name: 'rep', title: 'Sales rep’s own numbers', forWhom: 'Each rep, every day' },
      ...{ shows: 'Who is late, what closes, what is left to quota.', sheets: ['Start', 'Mine', 'Checks'] },
    },
  ],
  buildTemplate: () => ({
    ...{ outcome: 'done', undo, uses: ['LEADS', 'AS_OF'], sample: ['DEALS', 'COSTS'] },
    sheets: ['Start', 'Overview', 'Checks'].map(sheet => cellAt(sheet, 0, 0)),
  }),
  why: () => why,
  sheets: () => ({
    locale: english,
    sheets: ['Leads', 'Metrics', "Ana's sheet"].map(name => ({
      ...{ name, rows: 20, columns: 8, hidden: false, guarded: false },
    })),
  }),
  checkSheet: ({ sheet }) => ({
    findings: findings.filter(({ area }) => area.sheet === sheet),
    used: [],
  }),
  checkTogether: () => [],
  mend: ({ findings: mended }) => ({ outcome: 'done', undo, mended: mended.length }),
  show: () => true,
  undo: () => ({ outcome: 'done', undo }),
}
