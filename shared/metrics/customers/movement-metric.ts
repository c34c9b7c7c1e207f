import { type Metric, metric } from '../metric'

/** A part of what recurring revenue gained or lost in a period, by what became of the customer. */
interface Movement {
  readonly name: string
  readonly title: string
  /** As the rows of SUBSCRIPTIONS are told apart by it. */
  readonly movement: string
  readonly about: string
  readonly keywords: readonly string[]
}

export function gain(declared: Movement): Metric {
  return metric({
    ...told(declared),
    better: 'higher',
    parameters: parameters(declared.movement),
    formula: 'sum(amounts / months) - sum(amounts_before / months_before)',
  })
}

export function loss(declared: Movement): Metric {
  return metric({
    ...told(declared),
    better: 'lower',
    parameters: parameters(declared.movement),
    formula: 'sum(amounts_before / months_before) - sum(amounts / months)',
  })
}

function told({ name, title, about, keywords }: Movement) {
  return {
    name,
    title,
    category: 'customers',
    indicator: 'lagging',
    about: `${about} Each customer counts once, by what it paid before the period and pays at its end.`,
    questions: ['Do customers stay?', 'Can we afford to grow?'],
    unit: 'money per month',
    errors: [],
    examples: [],
    sources: [{ label: 'Movements of recurring revenue', url: 'https://retentionlens.com/saas-metrics/mrr' }],
    keywords,
    onTablesOnly: true,
  } as const
}

function parameters(movement: string) {
  const of = `movement = "${movement}"`
  return {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of their subscriptions that run at the end',
      measured: { from: 'subscriptions', rows: `runs and ${of}`, value: 'amount' },
    },
    months: {
      rangeOf: 'months',
      about: 'How many months each of these amounts is for',
      alongside: 'amounts',
      measured: { from: 'subscriptions', rows: `runs and ${of}`, value: 'months' },
    },
    amounts_before: {
      rangeOf: 'money',
      about: 'Amounts of their subscriptions that ran before the period',
      measured: { from: 'subscriptions', rows: `ran_before and ${of}`, value: 'amount' },
    },
    months_before: {
      rangeOf: 'months',
      about: 'How many months each of these amounts was for',
      alongside: 'amounts_before',
      measured: { from: 'subscriptions', rows: `ran_before and ${of}`, value: 'months' },
    },
  } as const
}
