import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'
import { perValue, worded } from './words'

/** The types of deals as CRMs write them, by the word that rules go by. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  new: ['new_business', 'newbusiness', 'new_customer', 'new_logo', 'new_account'],
  existing: [
    ...['existing_business', 'existingbusiness', 'existing_customer', 'existing_account'],
    ...['existing_customer_replacement', 'existing_customer_downgrade'],
  ],
  upsell: ['up_sell', 'upgrade', 'expansion', 'add_on', 'addon', 'existing_customer_upgrade'],
  cross_sell: ['crosssell', 'existing_customer_cross_sell'],
  renewal: ['renew', 'contract_renewal', 'existing_customer_renewal'],
}

export const kinds = new Map(
  Object.entries(spellings).flatMap(([kind, words]) => words.map(word => [word, kind] as const)),
)

export function kindNamed(type: string): string {
  const word = worded(type)
  return kinds.get(word) ?? word
}

export const dealKind: DerivedColumn = {
  about: 'What kind of deal it is: new, existing, upsell, cross_sell, renewal, or its type as a word',
  reads: ['deal_type'],
  read: ({ read }) => perValue(read('deal_type'), type => (type === null ? null : kindNamed(String(type)))),
}

export const ofCohortType: DerivedColumn = {
  about: 'Whether its type is one that counts for a cohort',
  reads: ['deal_kind', 'cohort.deal_types'],
  read: ofTypesWanted,
}

/** A deal without a type is refused: left out without a word it might be a win that is missing. */
function ofTypesWanted({ read, context, label }: Rows): Reader {
  const wanted = new Set((context.terms['cohort.deal_types'] as readonly string[]).map(kindNamed))
  if (wanted.has('all')) return () => true
  const kind = read('deal_kind')
  return row => {
    const own = kind(row)
    if (own !== null) return wanted.has(String(own))
    const remedy = 'fill it in, or let cohort.deal_types be all'
    throw cellError('#N/A', `${label(row)} came from a lead, but its deal_type is blank: ${remedy}`)
  }
}
