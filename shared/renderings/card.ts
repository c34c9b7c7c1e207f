/** Everything that the sidebar shows about one formula, derived from its declaration. */
export interface Card {
  readonly name: string
  readonly title: string
  readonly category: string
  readonly indicator: 'leading' | 'lagging' | 'neither'
  readonly better: 'higher' | 'lower' | 'neither'
  readonly about: string
  /** As written in the declaration, and in words. */
  readonly formula: string
  readonly words: string
  readonly unit: string
  readonly parameters: readonly {
    readonly name: string
    readonly about: string
    readonly unit: string
    readonly optional: boolean
    readonly default?: string
    readonly choices?: readonly { readonly value: string; readonly about: string }[]
  }[]
  readonly variants: readonly { readonly when: string; readonly formula: string; readonly about: string }[]
  readonly errors: readonly { readonly error: string; readonly reason: string }[]
  readonly examples: readonly { readonly call: string; readonly answer: string; readonly about?: string }[]
  readonly sources: readonly { readonly label: string; readonly url?: string }[]
  /** Other names that people search by. */
  readonly keywords: readonly string[]
  /** The formula that Insert puts into the cell, without `=` and without a host's prefix. */
  readonly insert: string
}

export const cards: readonly Card[] = [
  {
    name: 'ROI',
    title: 'Return on investment',
    category: 'Return on investment',
    indicator: 'lagging',
    better: 'higher',
    about: 'What every unit of cost earned, after paying for itself.',
    formula: '(returns - cost) / cost',
    words: 'returns minus cost, divided by cost',
    unit: 'fraction',
    parameters: [
      {
        name: 'returns',
        about: 'Everything that came back, the cost included',
        unit: 'money',
        optional: false,
      },
      { name: 'cost', about: 'Everything paid in', unit: 'money', optional: false },
    ],
    variants: [],
    errors: [{ error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' }],
    examples: [{ call: 'ROI(5000, 1000)', answer: '4' }],
    sources: [{ label: 'Provisional' }],
    keywords: ['return on sales cost'],
    insert: 'ROI(5000, 1000)',
  },
]
