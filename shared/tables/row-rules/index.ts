import { creditRules } from '../credits'
import type { RowSource } from '../rows'
import { schemas } from '../schemas'

/** The named rules of a table, or of the credits. */
export function rulesOf(source: RowSource): Readonly<Record<string, string>> {
  return source === 'credits' ? creditRules : schemas[source].rules
}
