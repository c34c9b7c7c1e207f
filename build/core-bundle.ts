import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { decimalArithmetic } from './decimal-arithmetic'
import { declarationsOnly, declarationsTold } from './declarations-only'
import { expectationsAsData } from './expectations-as-data'

/** How a script that computes and answers the sidebar is bundled for an add-on: nothing in it that neither needs. */
export const coreBundle = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  // A script of one-byte letters alone is read faster.
  charset: 'ascii',
  legalComments: 'inline',
  loader: { '.csv': 'text' },
  plugins: [declarationsTold, decimalArithmetic, expectationsAsData],
} as const satisfies BuildOptions

/** Everything that can be typed in a cell, tables and definitions included. */
const wholeCore = `export { formulas } from './shared/formulas'`

/** The catalogue of scalar and range formulas, that is all declarations and what computes them from numbers. */
const scalarCatalogue = `
  import { call } from './shared/metrics/call'
  import { metrics } from './shared/metrics/index'
  export const formulas = metrics
    .filter(({ onTablesOnly }) => !onTablesOnly)
    .map(metric => ({ name: metric.name, compute: args => call(metric, args) }))`

/** A script that only computes, the texts for readers left out, as `Plumbline`. */
async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    ...coreBundle,
    plugins: [declarationsOnly, decimalArithmetic],
    stdin: { contents, resolveDir: '.' },
    globalName: 'Plumbline',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

export function bundledCatalogue(): Promise<string> {
  return bundled(scalarCatalogue)
}

/** What the whole core weighs, decimal.js included, in bytes as a server sends it (gzip). */
export async function coreWeight(): Promise<number> {
  return weight(await bundled(wholeCore))
}

/** Likewise the catalogue of scalar formulas alone. */
export async function catalogueWeight(): Promise<number> {
  return weight(await bundledCatalogue())
}

function weight(script: string): number {
  return gzipSync(script, { level: 9 }).length
}
