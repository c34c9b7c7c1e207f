/** A part of the core, and the tests that have to hold it alone. */
export interface Part {
  readonly mutate: readonly string[]
  /** Quick ones first: the first that fails ends a run. */
  readonly tests: readonly string[]
}

function formula(...names: string[]): string[] {
  return names.map(name => `shared/formula/${name}.ts`)
}

export const parts: Readonly<Record<string, Part>> = {
  language: {
    mutate: formula('tokens', 'parse', 'tree', 'trees', 'units', 'simplify'),
    tests: ['formula/parse', 'formula/units', 'formula/simplify'],
  },
  evaluation: {
    mutate: formula('evaluate', 'value', 'operators', 'functions', 'sum'),
    tests: ['formula/evaluate'],
  },
  calendar: {
    mutate: formula('calendar', 'calendar-functions', 'periods', 'business-hours'),
    tests: ['formula/calendar-functions'],
  },
  decimals: {
    mutate: formula('quantity', 'normal-quantile'),
    tests: ['formula/evaluate', 'formula/exactness'],
  },
  'double-doubles': {
    mutate: formula('compile', 'double-double', 'double-double-functions', 'double-double-power'),
    tests: ['formula/compile', 'formula/double-double', 'formula/exactness'],
  },
  irr: {
    mutate: formula('irr', 'irr-candidates'),
    tests: ['formula/irr'],
  },
  // Declarations are data, mostly to be read: `planted-faults.ts` hunts in them.
  metrics: {
    mutate: ['arguments', 'call', 'compute', 'metric', 'metric-class', 'quick'].map(
      name => `shared/metrics/${name}.ts`,
    ),
    tests: ['metrics/edges', 'metrics/boundaries', 'metrics/quick', 'metrics/golden', 'hosts/core'],
  },
}
