/**
 * One peer, one size, in this process alone: `tsx bench/peers/run.ts duckdb 100000`. Prints a line of JSON: times in
 * milliseconds, unwarmed; memory in megabytes, beyond the tables themselves; and the answers, which all must share.
 */
import { million } from './million'
import { type Peer, peers } from './peers'

const [name = 'plumbline', rows = '100000'] = process.argv.slice(2)
const tables = million(Number(rows))
const peer = (await (peers[name] as () => Promise<Peer>)()) as Peer

globalThis.gc?.()
const before = process.memoryUsage().rss
const [load] = await timed(() => peer.load(tables))
const [count, leads, countCpu] = await timed(() => peer.count())
const [cohort, profits, cohortCpu] = await timed(() => peer.cohort())
const memory = (process.memoryUsage().rss - before) / 1e6
const [again] = await timed(() => peer.count())
const [cohortAgain] = await timed(() => peer.cohort())
console.log(
  JSON.stringify({
    name,
    rows: Number(rows),
    load,
    count,
    cohort,
    again,
    cohortAgain,
    cpu: { count: countCpu, cohort: cohortCpu },
    memory,
    leads,
    profits,
  }),
)

async function timed<Found>(work: () => Found | Promise<Found>): Promise<[number, Found, number]> {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const found = await work()
  const { user, system } = process.cpuUsage(used)
  return [performance.now() - start, found, (user + system) / 1000]
}
