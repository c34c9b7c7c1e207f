/** A part of the core, and the tests that have to hold it alone. */
export interface Part {
  readonly mutate: readonly string[]
  /** Quick ones first: the first that fails ends a run. */
  readonly tests: readonly string[]
}

function formula(...names: string[]): string[] {
  return names.map(name => `shared/formula/${name}.ts`)
}

function definitions(...names: string[]): string[] {
  return names.map(name => `shared/definitions/${name}.ts`)
}

function tables(...names: string[]): string[] {
  return names.map(name => `shared/tables/${name}.ts`)
}

export const parts: Readonly<Record<string, Part>> = {
  language: {
    mutate: formula('tokens', 'parse', 'tree', 'trees', 'units', 'simplify'),
    tests: ['formula/parse', 'formula/tree', 'formula/units', 'formula/simplify'],
  },
  evaluation: {
    mutate: formula('evaluate', 'value', 'operators', 'functions', 'sum'),
    tests: ['formula/evaluate'],
  },
  calendar: {
    mutate: formula('calendar', 'calendar-functions', 'periods', 'business-hours'),
    tests: ['formula/dates', 'formula/calendar-functions'],
  },
  decimals: {
    mutate: formula('quantity', 'normal-quantile'),
    tests: ['formula/quantity-bounds', 'formula/quantity', 'formula/normal-quantile'],
  },
  'double-doubles': {
    mutate: formula('compile', 'double-double', 'double-double-functions', 'double-double-power'),
    tests: ['formula/compile', 'formula/double-double-bounds', 'formula/double-double', 'formula/exactness'],
  },
  irr: {
    mutate: formula('irr', 'irr-candidates'),
    tests: ['formula/irr-digits', 'formula/irr', 'formula/irr-work'],
  },
  // Declarations are data, mostly to be read: `planted-faults.ts` hunts in them.
  metrics: {
    mutate: ['arguments', 'call', 'compute', 'metric', 'quick'].map(name => `shared/metrics/${name}.ts`),
    tests: ['metrics/call', 'metrics/governed', 'metrics/quick'],
  },
  reading: {
    mutate: tables('any-column', 'cells', 'headers', 'is-row', 'recognise', 'table', 'where'),
    tests: [
      'tables/where',
      'tables/any-column',
      'tables/headers',
      'tables/recognise',
      'tables/reading',
      'tables/rows-and-footers',
    ],
  },
  // What the rules themselves say is data, as declarations are: `planted-rules.ts` hunts in it.
  rules: {
    mutate: tables(
      ...['rows', 'rules', 'compiled', 'selection', 'row-functions', 'latest-event', 'credits'],
      ...['row-rules/index', 'row-rules/reasons'],
    ),
    tests: [
      ...['rules', 'credits', 'latest-event', 'reasons'].map(name => `tables/${name}`),
      ...['metrics/tables/cohorts', 'tables/selection'],
    ],
  },
  derived: {
    mutate: tables('derived/*'),
    tests: [
      ...[
        ...['deals', 'leads', 'people', 'customers', 'history', 'spellings'],
        ...['once', 'names', 'repeats'],
      ].map(name => `tables/derived/${name}`),
      ...['tables/derived-reads', 'metrics/tables/pipeline', 'metrics/tables/stages'],
    ],
  },
  check: {
    mutate: tables('check/*'),
    tests: ['tables/data-check'],
  },
  // What the terms declare is data; that each default is a value of its term is tested.
  terms: {
    mutate: definitions(
      ...['parse', 'parse-table', 'field', 'clock', 'rule', 'write', 'stages', 'terms', 'words', 'worded'],
      ...['fault', 'defaults'],
    ),
    tests: ['definitions/written-terms', 'definitions/terms'],
  },
  definitions: {
    mutate: definitions(
      ...[
        'sheet',
        'table',
        'approvals',
        'approvers',
        'consistency',
        'hash',
        'row',
        'governing',
        'resolve',
        'fiscal-calendar',
      ],
    ),
    tests: ['resolve', 'table', 'approvers', 'snapshot'].map(name => `definitions/${name}`),
  },
  changes: {
    mutate: definitions('changes', 'change-day', 'difference'),
    tests: ['definitions/changes', 'definitions/approvers'],
  },
  locks: {
    mutate: definitions('locks', 'locking', 'period-name', 'snapshot', 'take-snapshot'),
    tests: ['definitions/locks', 'definitions/approvers', 'definitions/period-name', 'definitions/snapshot'],
  },
  exchange: {
    mutate: definitions('export', 'import', 'strict-json'),
    tests: ['definitions/exchange'],
  },
  'definition-functions': {
    mutate: [
      ...definitions('functions/*', 'choice-labels'),
      ...['named', 'metric-class', 'metric-label', 'balance', 'smart-check'].map(
        name => `shared/metrics/${name}.ts`,
      ),
    ],
    tests: ['definitions/function-edges', 'definitions/functions'],
  },
}

/** What keeps a team's definitions from being changed unseen: here, a test notices every fault. */
export const guards = definitions(
  ...['locks', 'locking', 'changes', 'change-day', 'approvals', 'approvers'],
  ...['import', 'strict-json', 'table', 'hash'],
)
