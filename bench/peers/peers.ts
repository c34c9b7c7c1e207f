import type { Million } from './million'

/** The same two questions, put to each. */
export interface Peer {
  readonly load: (tables: Million) => void | Promise<void>
  /** Net leads issued in a year, each lead counted once. */
  readonly count: () => number | Promise<number>
  /** Gross profit of the deals won, of each of 25 months. */
  readonly cohort: () => readonly number[] | Promise<readonly number[]>
}

/** Imported only when asked for, so that each process loads its own peer alone. */
export const peers: Readonly<Record<string, () => Promise<Peer>>> = {
  plumbline: async () => (await import('./plumbline')).plumbline,
  naive: async () => (await import('./naive')).naive,
  keyed: async () => (await import('./naive')).keyed,
  duckdb: async () => (await import('./duckdb')).duckdb,
  sqlite: async () => (await import('./sqlite')).sqlite,
  arquero: async () => (await import('./arquero')).arquero,
  formulajs: async () => (await import('./formulajs')).formulajs,
  hyperformula: async () => (await import('./hyperformula')).hyperformula,
}
