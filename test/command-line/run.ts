import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExitCode } from '../../command-line/command'
import { run } from '../../command-line/program'

/** Runs a command as a shell would, and tells what it printed. */
export async function shell(...args: string[]): Promise<{ exit: ExitCode; out: string; error: string }> {
  let [out, error] = ['', '']
  const exit = await run(args, { out: text => (out += text), error: text => (error += text) })
  return { exit, out, error }
}

/** A folder that is gone after the tests of the file; gives the path of a file in it. */
export function folder(): (name: string, content?: string | Uint8Array) => string {
  const place = mkdtempSync(join(tmpdir(), 'plumbline-files-'))
  afterAll(() => rmSync(place, { recursive: true, force: true }))
  return (name, content) => {
    const path = join(place, name)
    if (content !== undefined) writeFileSync(path, content)
    return path
  }
}
