/** `Proposal/Price Quote` and `proposal_price_quote` are one word to a definition. */
export function worded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
}
