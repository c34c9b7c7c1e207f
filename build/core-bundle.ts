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

/** What the calculation core weighs in an add-on, decimal.js included, in bytes as a server sends it (gzip). */
export async function coreWeight(): Promise<number> {
  const { outputFiles } = await build({
    ...coreBundle,
    plugins: [declarationsOnly, decimalArithmetic],
    entryPoints: ['shared/formulas.ts'],
    globalName: 'Plumbline',
    write: false,
  })
  return gzipSync(outputFiles[0]?.text ?? '', { level: 9 }).length
}
