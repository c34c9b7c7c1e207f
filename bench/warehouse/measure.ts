/** One way to the scorecard over one file, in a process of its own: prints its time, its memory and its numbers. */
import { tmpdir } from 'node:os'
import { DuckDBInstance } from '@duckdb/node-api'
import { readDefinitionsFile } from '../../warehouse/definitions-file'
import { openFiles } from '../../warehouse/duckdb'
import { prepare } from '../../warehouse/question'
import { run } from '../../warehouse/run'
import { byHand, numbersOf, scorecard } from './by-hand'

export type Way = 'together' | 'one by one' | 'by hand'

export interface Measured {
  /** By the clock. */
  readonly milliseconds: number
  /** Of the processor, all threads together: other work on the machine does not disturb it much. */
  readonly processor: number
  /** The most that the process held, in MB. */
  readonly memory: number
  readonly numbers: readonly number[]
}

const [way, file = ''] = process.argv.slice(2) as [Way, string]

async function inPlumbline(
  questions: readonly (readonly string[])[],
): Promise<Pick<Measured, 'milliseconds' | 'numbers'>> {
  const engine = await openFiles({ leads: file }, undefined, () => {})
  const agreed = await readDefinitionsFile(undefined)
  const start = performance.now()
  const numbers: number[] = []
  for (const metrics of questions) {
    const asked = { metrics, from: '2024-01-01', to: '2025-12-31', by: ['month'], where: '' }
    const prepared = await prepare(asked, agreed, async () => ({ from: 0, to: 0 }))
    for (const { value } of await run(metrics, prepared, engine)) numbers.push(Number(value))
  }
  const milliseconds = performance.now() - start
  await engine.close()
  return { milliseconds, numbers }
}

async function handWritten(): Promise<Pick<Measured, 'milliseconds' | 'numbers'>> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '3GB', temp_directory: tmpdir() })
  const connection = await instance.connect()
  const start = performance.now()
  const rows = (await connection.runAndReadAll(byHand(file))).getRowObjectsJS()
  const milliseconds = performance.now() - start
  connection.closeSync()
  return { milliseconds, numbers: rows.flatMap(row => numbersOf(row as Record<string, bigint>)) }
}

const ways: Record<Way, () => Promise<Pick<Measured, 'milliseconds' | 'numbers'>>> = {
  together: () => inPlumbline([scorecard]),
  'one by one': () => inPlumbline(scorecard.map(metric => [metric])),
  'by hand': handWritten,
}
const before = process.cpuUsage()
const measured = await ways[way]()
const { user, system } = process.cpuUsage(before)
const memory = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ ...measured, processor: (user + system) / 1000, memory }))
