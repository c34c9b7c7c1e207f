import type { Fault } from './fault'

/** Far above any set of definitions; what is larger is refused before it is read. */
const longestText = 1_000_000
const deepest = 32

/**
 * Reads JSON that comes from elsewhere. Before anything is parsed, it is measured: its length, how deeply it is nested,
 * keys that appear twice and those with which an object's prototype could be changed.
 */
export function readStrictJson(text: string): { readonly json: unknown } | Fault {
  if (text.length > longestText)
    return { fault: `it has ${text.length} characters: ${longestText} are the most` }
  // Some editors put a byte order mark first.
  const plain = text.replace(/^\ufeff/, '')
  const found = faultIn(plain)
  if (found) return found
  try {
    return { json: JSON.parse(plain) }
  } catch {
    return { fault: 'it is not JSON, or was cut off' }
  }
}

function faultIn(text: string): Fault | undefined {
  /** The keys of each object that is open; a list has none. */
  const open: Set<string>[] = []
  for (const [token, key] of text.matchAll(/"(?:[^"\\]|\\.)*"(?=(\s*:)?)|[[\]{}]/gs)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (key !== undefined) {
      const name = unescaped(token)
      const keys = open[open.length - 1]
      if (['__proto__', 'constructor', 'prototype'].includes(name))
        return { fault: `it has the key “${name}”` }
      if (keys?.has(name)) return { fault: `it has the key “${name.slice(0, 40)}” twice in one place` }
      keys?.add(name)
    }
    if (open.length > deepest) return { fault: `it is nested more than ${deepest} deep` }
  }
  return undefined
}

/** A key may hide behind escapes such as `\u005f`. */
function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted)
  } catch {
    return quoted
  }
}
