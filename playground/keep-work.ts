/**
 * Keeps the workbook in this browser (IndexedDB). Every write names the revision that it builds on, so that of two
 * tabs the later one learns of the other's work instead of writing over it.
 */
import { createStore, get, update } from 'idb-keyval'

export interface KeptWork {
  readonly revision: number
  readonly savedAt: number
  /** The workbook as JSON text. Kept as text, so that even a damaged one can be handed to its owner. */
  readonly data: string
}

export type Writing = { readonly revision: number } | { readonly newer: KeptWork }

const store = createStore('plumbline-playground', 'workbooks')
const key = 'current'

export function readWork(): Promise<KeptWork | undefined> {
  return get<KeptWork>(key, store)
}

/** Writes only if `basedOn` is still the revision that is kept; 0 stands for nothing kept yet. */
export async function writeWork(data: string, basedOn: number): Promise<Writing> {
  let outcome: Writing = { revision: basedOn + 1 }
  await update<KeptWork>(
    key,
    kept => {
      if (kept && kept.revision !== basedOn) {
        outcome = { newer: kept }
        return kept
      }
      return { revision: basedOn + 1, savedAt: Date.now(), data }
    },
    store,
  )
  return outcome
}
