import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

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

const folder = join('node_modules', '.cache', 'plumbline', 'peers')

/** One script, as a host runs it: what loads single modules of TypeScript makes functions slow that it names anew. */
buildSync({
  entryPoints: [join(import.meta.dirname, 'run.ts')],
  outdir: folder,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
})

function run(name: string, rows: number): Result {
  const flags = ['--expose-gc', join(folder, 'run.mjs'), name, String(rows)]
  return JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8' })) as Result
}
