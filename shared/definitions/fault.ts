/** What is wrong with a value and what to write instead; whoever reports it says which value it is. */
export interface Fault {
  readonly fault: string
}

export function isFaulty<Value>(outcome: Value | Fault): outcome is Fault {
  return typeof outcome === 'object' && outcome !== null && 'fault' in outcome
}
