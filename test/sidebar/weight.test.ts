import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

/** The catalogue's cards and all that they are derived from. */
const withoutCards: Plugin = {
  name: 'without cards',
  setup(builder) {
    builder.onResolve({ filter: /renderings\/card$/ }, () => ({ path: 'cards', namespace: 'none' }))
    builder.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export const cards = []' }))
  },
}

test('the sidebar weighs less than 60 kB, gzipped, without the texts of the catalogue', async () => {
  const { outputFiles } = await build({
    entryPoints: ['shared/sidebar/mount.tsx'],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'sidebar',
    format: 'iife',
    globalName: 'sidebar',
    target: 'es2020',
    charset: 'ascii',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    supported: { 'template-literal': false },
    plugins: [withoutCards],
  })
  const weights = outputFiles.map(({ contents }) => gzipSync(contents).length)
  expect(outputFiles.map(({ path }) => path.split('.').pop()).sort()).toEqual(['css', 'js'])
  const sum = weights.reduce((all, weight) => all + weight, 0)
  expect(sum).toBeGreaterThan(20_000)
  expect(sum).toBeLessThan(60_000)
})
