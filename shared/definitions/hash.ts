import { sha256 } from '@noble/hashes/sha2'

/**
 * SHA-256, in hexadecimal digits, of a list written as JSON in ASCII (`["…",12,null]`, other characters as `\uXXXX`),
 * so that any language with a JSON and a SHA-256 of its own can check it, and no host needs an encoder.
 */
export function hashOf(parts: readonly (string | number | boolean | null)[]): string {
  const ascii = JSON.stringify(parts).replace(
    /[\u007f-\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const bytes = new Uint8Array(ascii.length)
  // Stryker disable next-line EqualityOperator: what is written beyond the end is lost
  for (let place = 0; place < ascii.length; place++) bytes[place] = ascii.charCodeAt(place)
  return Array.from(sha256(bytes), byte => byte.toString(16).padStart(2, '0')).join('')
}

/** The hashes of rows in their order, each over its own parts and the hash before it. */
export function chainOf(rows: readonly (readonly (string | number | boolean | null)[])[]): readonly string[] {
  let previous = ''
  return rows.map(parts => {
    previous = hashOf([previous, ...parts])
    return previous
  })
}

/**
 * What is hashed of a number: 12 digits, since some programs keep 15 of them when they save a file, and round the last
 * as they please.
 */
export function asKept<Value>(value: Value): Value | number {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value
}
