import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'

/** The catalogue's cards and what writes SQL, with all that they are derived from. */
const withoutCore: Plugin = {
  name: 'without the core',
  setup(builder) {
    const filter = /renderings\/(card|sql-tables\/asked-of-tables)$/
    builder.onResolve({ filter }, () => ({ path: 'core', namespace: 'none' }))
    builder.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export const cards = []' }))
  },
}

/** What the sidebar weighs without the texts of the catalogue and what writes SQL: bytes as a server sends them (gzip), by file ending. */
export async function sidebarWeight(): Promise<Readonly<Record<string, number>>> {
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
    plugins: [withoutCore],
  })
  return Object.fromEntries(
    outputFiles.map(({ path, contents }) => [path.split('.').pop(), gzipSync(contents).length]),
  )
}
