import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The reference material that may lie beside a checkout; tests that use it say by name that they were skipped. */
const folder = join(__dirname, '..', '..', '..', 'shared')

/** The path of a reference file, or undefined where it is absent. */
export function referenceFile(...path: string[]): string | undefined {
  const file = join(folder, ...path)
  return existsSync(file) ? file : undefined
}

export function hostileInputs(): Record<string, string[]> | undefined {
  const file = referenceFile('spec', 'hostile_inputs.json')
  return file ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
