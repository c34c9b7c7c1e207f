import { lettersAndDigits } from '../letters'

/** `Proposal/Price Quote` and `proposal_price_quote` are one word to a definition. */
export function worded(text: string): string {
  return lettersAndDigits(text.normalize('NFC').toLowerCase(), '_').replace(/^_+|_+$/g, '')
}
