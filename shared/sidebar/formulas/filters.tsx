import type { Card } from '../../renderings/card'
import { messages } from '../messages'
import { ChoiceField } from '../parts/field'

const text = messages.formulas

/** How the catalogue is cut down; `''` lets everything through. */
export interface Filter {
  readonly by: 'category' | 'question'
  readonly category: string
  readonly indicator: '' | 'leading' | 'lagging'
}

export const everything: Filter = { by: 'category', category: '', indicator: '' }

export const passes = ({ category, indicator }: Filter, card: Card) =>
  (category === '' || card.category === category) && (indicator === '' || card.indicator === indicator)

/** In how many ways the catalogue is not as it comes. */
export const countOf = ({ by, category, indicator }: Filter) =>
  [by !== 'category', category !== '', indicator !== ''].filter(Boolean).length

interface FiltersProps {
  readonly cards: readonly Card[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

export function Filters({ cards, filter, onFilter }: FiltersProps) {
  const categories = [...new Set(cards.map(card => card.category))]
  return (
    <div class="filters" id="filters">
      <ChoiceField
        label={text.by}
        value={filter.by}
        options={[
          { value: 'category', label: text.byCategory },
          { value: 'question', label: text.byQuestion },
        ]}
        onChange={by => onFilter({ ...filter, by: by as Filter['by'] })}
      />
      <ChoiceField
        label={text.category}
        value={filter.category}
        options={[
          { value: '', label: text.anyCategory },
          ...categories.map(category => ({ value: category, label: category })),
        ]}
        onChange={category => onFilter({ ...filter, category })}
      />
      <ChoiceField
        label={text.indicator}
        value={filter.indicator}
        options={[
          { value: '', label: text.anyIndicator },
          { value: 'leading', label: text.leading },
          { value: 'lagging', label: text.lagging },
        ]}
        onChange={indicator => onFilter({ ...filter, indicator: indicator as Filter['indicator'] })}
      />
    </div>
  )
}
