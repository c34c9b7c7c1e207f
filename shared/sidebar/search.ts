import MiniSearch from 'minisearch'
import type { Card } from '../renderings/card'

/** Finds cards by name, title, other names and meaning, best first; no words at all finds every card. */
export type CardSearch = (query: string) => readonly Card[]

export function cardSearch(cards: readonly Card[]): CardSearch {
  const index = new MiniSearch<Card>({
    idField: 'name',
    fields: ['name', 'joined', 'title', 'keywords', 'about', 'category'],
    extractField: (card, field) => fieldText(card, field),
    tokenize: text => words(text),
    searchOptions: {
      boost: { name: 5, joined: 4, title: 3, keywords: 2 },
      prefix: true,
      // One slip in a word of four letters, two in one of ten; abbreviations (CAC, ROI) must be right.
      fuzzy: word => (word.length > 3 ? 0.2 : false),
    },
  })
  index.addAll(cards)
  const byName = new Map(cards.map(card => [card.name, card]))

  return query => {
    if (words(query).length === 0) return cards
    const strict = index.search(query, { combineWith: 'AND' })
    const found = strict.length > 0 ? strict : index.search(query, { combineWith: 'OR' })
    return found.flatMap(({ id }) => byName.get(id) ?? [])
  }
}

function fieldText(card: Card, field: string): string {
  if (field === 'name') return card.name
  // For those who type ROIANNUALISED.
  if (field === 'joined') return card.name.replace(/_/g, '')
  if (field === 'title') return card.title
  if (field === 'keywords') return card.keywords.join(' ')
  if (field === 'about') return card.about
  return card.category
}

/** Letters and digits only, without case and accents: `Cost_per-Net Lead` is the words cost, per, net, lead. */
function words(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{Mark}/gu, '')
  return plain.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []
}
