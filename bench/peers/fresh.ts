import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** What one peer took for one size, in milliseconds by the clock; `cpu` of the processor, all threads together. */
export interface Result {
  readonly name: string
  readonly load: number
  readonly count: number
  readonly cohort: number
  readonly again: number
  readonly cohortAgain: number
  readonly cpu: { readonly count: number; readonly cohort: number }
  /** Megabytes beyond the tables themselves. */
  readonly memory: number
  readonly leads: number
  readonly profits: readonly number[]
}

/** The middle of three fresh processes, by what their first count took of the processor. */
export function median(name: string, rows: number): Result {
  const runs = [0, 1, 2].map(() => run(name, rows)).sort((a, b) => a.cpu.count - b.cpu.count)
  return runs[1] as Result
}

function run(name: string, rows: number): Result {
  const script = join(import.meta.dirname, 'run.ts')
  const flags = ['--expose-gc', '--import', 'tsx', script, name, String(rows)]
  return JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })) as Result
}
