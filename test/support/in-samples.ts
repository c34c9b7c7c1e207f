import fc from 'fast-check'
import type { Wanted } from '../../shared/metrics/on-tables/answer'
import { randomDefinitions, randomTables } from './random-tables'
import { everything } from './same-in-database'
import { serial } from './tables'

/** Tables, definitions, and a window of so many days. */
export const windows = {
  tables: randomTables,
  definitions: randomDefinitions,
  from: fc.integer({ min: serial('2025-11-01'), max: serial('2026-04-01') }),
  days: fc.integer({ min: 0, max: 200 }),
}

export const knownDays = fc.oneof(
  fc.constant(''),
  fc.integer({ min: serial('2026-01-01'), max: serial('2026-07-01') }),
)

/** The window, and one as long that begins on its last day. */
export function twoWindows(from: number, days: number): readonly [number[][], number[][]] {
  return [[[from, from + days]], [[from + days, from + 2 * days]]]
}

/**
 * Asks each of so many samples (or of `SAMPLES`), the same in every run, for some metrics, all of them in turn. What
 * fails says in which sample.
 */
export async function inSamples<Sample>(
  asking: fc.Arbitrary<Sample>,
  runs: number,
  together: number,
  ask: (sample: Sample, wanted: readonly Wanted[]) => Promise<void>,
): Promise<void> {
  const samples = fc.sample(asking, { numRuns: Number(process.env.SAMPLES) || runs, seed: 20260102 })
  for (const [index, sample] of samples.entries()) {
    const start = (index * together) % everything.length
    try {
      await ask(sample, [...everything, ...everything].slice(start, start + together))
    } catch (thrown) {
      ;(thrown as Error).message = `sample ${index}: ${(thrown as Error).message}`
      throw thrown
    }
  }
}
