/** The median time of several runs, in milliseconds, the first of them in which engines still compile left out. */
export function median(work: () => unknown, runs = 9): number {
  work()
  const times = Array.from({ length: runs }, () => timed(work)).sort((a, b) => a - b)
  return times[runs >> 1] as number
}

export function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** What work takes of the processor, all threads together: other work on the machine does not disturb it much. */
export function processed(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export interface Line {
  readonly what: string
  readonly milliseconds: number
  /** The line of the same work that the ratio is taken to. */
  readonly against?: Line
}

export function printed(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ what }) => what.length))
  return lines
    .map(({ what, milliseconds, against }) => {
      const ratio = against ? `${(milliseconds / against.milliseconds).toPrecision(2)} ×` : ''
      return `${what.padEnd(width)} ${time(milliseconds).padStart(10)} ${ratio.padStart(9)}`
    })
    .join('\n')
}

function time(milliseconds: number): string {
  if (milliseconds < 0.001) return `${(milliseconds * 1e6).toFixed(0)} ns`
  return milliseconds < 1 ? `${(milliseconds * 1e3).toFixed(1)} µs` : `${milliseconds.toFixed(1)} ms`
}
