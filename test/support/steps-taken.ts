import { type Profiler, Session } from 'node:inspector'
import { join, sep } from 'node:path'

const ours = join(__dirname, '..', '..', 'shared') + sep

/**
 * How often the functions and loops of `shared/` run in what `load` returns: the same number on every
 * machine, however busy it is, where a clock would tell of the machine.
 * `load` requires what it needs, since only code that is read after the start has counters in its loops.
 */
export function stepsTaken(load: () => () => void): number {
  const session = new Session()
  session.connect()
  const ask = <Answer>(method: string, params?: object): Answer => {
    let answer: unknown
    // A session of this thread answers before `post` returns.
    session.post(method, params, (error: Error | null, result: unknown) => {
      if (error) throw error
      answer = result
    })
    return answer as Answer
  }
  const taken = (): number => {
    const { result } = ask<Profiler.TakePreciseCoverageReturnType>('Profiler.takePreciseCoverage')
    const functions = result.filter(({ url }) => url.includes(ours)).flatMap(script => script.functions)
    return functions.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0)
  }
  try {
    ask('Profiler.enable')
    ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    let work = (): void => {}
    jest.isolateModules(() => {
      work = load()
    })
    taken()
    work()
    return taken()
  } finally {
    ask('Profiler.disable')
    session.disconnect()
  }
}
