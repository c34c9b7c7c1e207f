import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A new folder for what need not last: it goes when it is removed, and with the process where that is stopped before. */
export async function passingFolder(): Promise<{
  readonly path: string
  readonly remove: () => Promise<void>
}> {
  const path = await mkdtemp(join(tmpdir(), 'plumbline-'))
  const forget = (): void => {
    for (const signal of signals) process.off(signal, stop)
  }
  function stop(signal: NodeJS.Signals): void {
    rmSync(path, { recursive: true, force: true })
    forget()
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.on(signal, stop)
  const remove = async (): Promise<void> => {
    await rm(path, { recursive: true, force: true })
    forget()
  }
  return { path, remove }
}
