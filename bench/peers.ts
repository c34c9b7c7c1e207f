/**
 * Counting net leads and summing gross profit by month, beside others, each in a fresh process of its own, unwarmed.
 * `npm run bench:peers`, or with sizes: `npm run bench:peers -- 10000 1000000`.
 */
import { median, type Result } from './peers/fresh'
import { peers } from './peers/peers'

/** Beyond these sizes they take minutes, or give up. */
const most: Readonly<Record<string, number>> = { formulajs: 100_000, hyperformula: 100_000 }
/** They do not count a lead once, so that their count is another. */
const countsOtherwise = new Set(['formulajs', 'hyperformula'])

const asked = process.argv.slice(2).map(Number)
for (const rows of asked.length > 0 ? asked : [10_000, 100_000, 1_000_000]) {
  const results = Object.keys(peers)
    .filter(name => rows <= (most[name] ?? Number.POSITIVE_INFINITY))
    .map(name => median(name, rows))
  console.log(`\n${rows.toLocaleString('en')} leads, ${rows.toLocaleString('en')} deals`)
  console.log(table(results))
  console.log(against(results))
  agree(results)
}

function table(results: readonly Result[]): string {
  const ours = results[0] as Result
  const header = ['', 'load', 'count', '×', 'again', 'cpu', 'cohort', '×', 'again', 'cpu', 'memory']
  const lines = results.map(result => [
    result.name,
    ...[ms(result.load), ms(result.count), ratio(result.count, ours.count), ms(result.again)],
    ms(result.cpu.count),
    ...[ms(result.cohort), ratio(result.cohort, ours.cohort), ms(result.cohortAgain)],
    ms(result.cpu.cohort),
    `${result.memory.toFixed(0)} MB`,
  ])
  const widths = header.map((_, place) =>
    Math.max(...[header, ...lines].map(line => (line[place] ?? '').length)),
  )
  return [header, ...lines]
    .map(line =>
      line
        .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

/** Ours as parts of what the plain loops take: of the processor's time, which other work does not disturb. */
function against(results: readonly Result[]): string {
  const named = (name: string): Result => results.find(result => result.name === name) as Result
  const [ours, naive, keyed] = [named('plumbline'), named('naive'), named('keyed')]
  return [
    `of the processor: count ${ratio(ours.cpu.count, naive.cpu.count)} × a plain loop,`,
    `cohort ${ratio(ours.cpu.cohort, naive.cpu.cohort)} × a plain loop in floating point,`,
    `${ratio(ours.cpu.cohort, keyed.cpu.cohort)} × one with a map of months`,
  ].join(' ')
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`
}

function ratio(time: number, ours: number): string {
  return (time / ours).toPrecision(2)
}

/** A bench of different answers would compare nothing. Floating point may be off in the last digits. */
function agree([ours, ...others]: readonly Result[]): void {
  for (const { name, leads, profits } of others) {
    if (!countsOtherwise.has(name) && leads !== ours?.leads)
      throw new Error(`${name} counts ${leads}, we ${ours?.leads}`)
    for (const [month, profit] of profits.entries()) {
      const own = ours?.profits[month] as number
      if (Math.abs(profit - own) > Math.abs(own) * 1e-9)
        throw new Error(`${name} sums ${profit} in month ${month}, we ${own}`)
    }
  }
}
