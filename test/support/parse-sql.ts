import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DialectName } from '../../shared/renderings/sql-tables/dialects/index'

const environment = join(__dirname, '..', '..', 'node_modules', '.cache', 'plumbline', 'python')
const own = join(environment, 'bin', 'python')

/** The Python into which `node build/python.mjs` puts a package; undefined where it has not. */
export function pythonWith(name: string): string | undefined {
  const lib = join(environment, 'lib')
  const versions = existsSync(own) && existsSync(lib) ? readdirSync(lib) : []
  const isThere = versions.some(version => existsSync(join(lib, version, 'site-packages', name)))
  return isThere ? own : undefined
}

/** What a parser of the dialect makes of a statement. */
export interface Parsed {
  readonly error?: string
  readonly kind?: string
  /** Functions that the parser does not know. */
  readonly unknown?: readonly string[]
  readonly outer?: readonly string[]
  /** The tables that are read, each as often as it is named. */
  readonly read?: readonly string[]
}

export function parseAll(
  statements: readonly { readonly dialect: DialectName; readonly sql: string }[],
): readonly Parsed[] {
  const input = statements.map(statement => JSON.stringify(statement)).join('\n')
  const out = execFileSync(own, [join(__dirname, 'parse-sql.py')], { input, maxBuffer: 2 ** 28 })
  return out
    .toString()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}
