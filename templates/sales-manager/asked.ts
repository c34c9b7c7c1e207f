import type { Span } from '../kit/formulas'

/** What is to be covered by the deals that are open now. */
export const ahead: Span = {
  name: 'PERIOD',
  from: 'PERIOD_TO+1',
  to: 'PERIOD_END(PERIOD_TO+1,"quarter",DEFINITIONS)',
}
