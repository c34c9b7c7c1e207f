import MiniSearch, { type SearchOptions } from 'minisearch'
import type { Card } from '../../renderings/card'

/** Finds cards by name, title, other names and meaning, best first; no words at all find every card. */
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
      combineWith: 'AND',
    },
  })
  index.addAll(cards)
  const byName = new Map(cards.map(card => [card.name, card]))

  return query => {
    const asked = words(query)
    if (asked.length === 0) return cards
    const telling = asked.filter(word => !fillers.has(word)).join(' ') || query
    for (const [text, options] of attempts(query, telling)) {
      const found = index.search(text, options)
      if (found.length > 0) return found.flatMap(({ id }) => byName.get(id) ?? [])
    }
    return []
  }
}

/**
 * From strict to forgiving; the first attempt that finds anything is the answer, so that guesses never stand
 * among real finds: “cost” is no misspelling of “lost” while there are costs.
 */
function attempts(query: string, telling: string): [string, SearchOptions][] {
  return [
    [query, {}],
    [telling, {}],
    [telling, { fuzzy: slips }],
    [telling, { combineWith: 'OR' }],
    [telling, { combineWith: 'OR', fuzzy: slips }],
  ]
}

/** One slip in a word of four letters, two in one of ten; abbreviations (CAC, ROI) must be right. */
function slips(word: string): number | false {
  return word.length > 3 ? 0.2 : false
}

/** Words of a question that say nothing about what is asked for. */
const fillers = new Set(
  'a an and are by do does for from how i in is it me my much of on or our per show that the to us we what which with'.split(
    ' ',
  ),
)

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
