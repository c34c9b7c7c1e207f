/**
 * A scorecard of ten metrics over 24 months of leads in Parquet, with DuckDB on all cores: all together, one by one,
 * and as somebody would write it by hand for these numbers alone. `npm run bench:warehouse -- 1 10 100` measures so
 * many millions of rows, and draws rows a second into docs/images/warehouse.svg; 100 million take 25 GB of disk.
 */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { drawing } from './warehouse/drawing'
import { leadsFile } from './warehouse/leads'
import type { Measured, Way } from './warehouse/measure'

const ways: readonly Way[] = ['together', 'by hand', 'one by one']
/** Of so many runs, in turns, the one that took the processor least: what else the machine does only ever makes one slower. */
const runsOf = (million: number): number => (million > 10 ? 1 : 2)

function measured(way: Way, file: string): Measured {
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'bench/warehouse/measure.ts', way, file])
  return JSON.parse(out.toString())
}

const millions = process.argv.slice(2).map(Number)
const points: { rows: number; way: Way; perSecond: number }[] = []
for (const million of millions.length === 0 ? [1, 10] : millions) {
  const rows = million * 1e6
  const file = await leadsFile(rows)
  const all = new Map(ways.map(way => [way, [] as Measured[]]))
  for (let run = 0; run < runsOf(million); run++) {
    for (const way of ways) {
      const one = measured(way, file)
      all.get(way)?.push(one)
      console.error(`${million} million, ${way}: ${(one.processor / 1000).toFixed(1)} s of the processor`)
    }
  }
  // Too large to keep for another day.
  if (million > 10) rmSync(file)
  const best = new Map(
    [...all].map(([way, taken]) => [way, taken.reduce((a, b) => (a.processor <= b.processor ? a : b))]),
  )
  const [together, hand, apart] = ways.map(way => best.get(way) as Measured) as [Measured, Measured, Measured]
  if (JSON.stringify(together.numbers) !== JSON.stringify(hand.numbers)) throw new Error('the numbers differ')
  console.log(`\n${million} million leads (${together.numbers.length} numbers, the same by hand)`)
  for (const [way, { milliseconds, processor, memory }] of best) {
    const times = [milliseconds, processor].map(time => `${(time / 1000).toFixed(2).padStart(8)} s`)
    const ratio = `${(processor / together.processor).toFixed(2)} ×`
    console.log(
      `${way.padEnd(11)} ${times.join('')} ${ratio.padStart(8)} ${memory.toFixed(0).padStart(6)} MB`,
    )
    points.push({ rows, way, perSecond: (rows / processor) * 1000 })
  }
  const [more, less] = [together.processor / hand.processor, apart.processor / together.processor]
  console.log(
    `of the processor, together takes ${more.toFixed(2)} × by hand, one by one ${less.toFixed(1)} × together`,
  )
}
writeFileSync('docs/images/warehouse.svg', drawing(points))
