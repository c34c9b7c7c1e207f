import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { policyOfPages } from './content-security-policy'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const packages = join(root, 'node_modules')
const pages = join(root, 'playground')

/**
 * What is shipped as its makers built it, byte for byte, each in a folder of its own: o-spreadsheet and Owl are
 * under the LGPL, so anybody must be able to put another version in their place.
 */
const vendored: Record<string, readonly string[]> = {
  '@odoo/o-spreadsheet': [
    'dist/o_spreadsheet.min.iife.js',
    'dist/o_spreadsheet.xml',
    'dist/o_spreadsheet.css',
    'LICENSE',
  ],
  '@odoo/owl': ['dist/owl.iife.min.js', 'LICENSE'],
  luxon: ['build/global/luxon.min.js', 'LICENSE.md'],
  'chart.js': ['dist/chart.umd.min.js', 'LICENSE.md'],
  'chartjs-adapter-luxon': ['dist/chartjs-adapter-luxon.umd.min.js', 'LICENSE.md'],
  bootstrap: ['dist/css/bootstrap.min.css', 'LICENSE'],
  'font-awesome': [
    'css/font-awesome.min.css',
    'fonts/fontawesome-webfont.woff2',
    'fonts/fontawesome-webfont.woff',
  ],
}

/** Our code imports these as packages; in the page they are globals that the vendored scripts leave behind. */
const pageGlobals: Record<string, string> = {
  '@odoo/o-spreadsheet': 'globalThis.o_spreadsheet',
  '@odoo/owl': 'globalThis.owl',
}

const useGlobals: Plugin = {
  name: 'vendored scripts as imports',
  setup(bundler) {
    const filter = new RegExp(`^(${Object.keys(pageGlobals).join('|')})$`)
    bundler.onResolve({ filter }, ({ path }) => ({ path, namespace: 'page-global' }))
    bundler.onLoad({ filter: /.*/, namespace: 'page-global' }, ({ path }) => ({
      contents: `module.exports = ${pageGlobals[path]}`,
    }))
  },
}

/** Writes the whole playground: static files that any web server can serve, with nothing fetched from elsewhere. */
export async function buildPlayground(outputFolder: string): Promise<void> {
  rmSync(outputFolder, { recursive: true, force: true })
  mkdirSync(outputFolder, { recursive: true })
  copyVendored(outputFolder)
  for (const name of ['page.css', 'icon.svg']) cpSync(join(pages, name), join(outputFolder, name))
  for (const name of ['index.html', 'sidebar.html'])
    writeFileSync(join(outputFolder, name), withPolicy(readFileSync(join(pages, name), 'utf8')))
  await build({
    entryPoints: { main: join(pages, 'main.ts'), sidebar: join(pages, 'sidebar.ts') },
    outdir: outputFolder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    legalComments: 'linked',
    loader: { '.csv': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [useGlobals],
    logLevel: 'warning',
  })
}

function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOfPages}" />`
  return html.replace('<meta charset="utf-8" />', charset => `${charset}\n    ${meta}`)
}

function copyVendored(outputFolder: string): void {
  const notices = Object.entries(vendored).map(([name, files]) => {
    const folder = join(outputFolder, 'vendor', folderOf(name))
    for (const file of files) cpSync(join(packages, name, file), join(folder, placeOf(file)))
    return noticeOf(name)
  })
  writeFileSync(join(outputFolder, 'vendor', 'NOTICE.txt'), `${noticeHead}\n${notices.join('\n')}\n`)
}

const folderOf = (name: string) => name.replace('@odoo/', '')
/** font-awesome's style sheet looks for its fonts in `../fonts`; all other files stand side by side. */
const placeOf = (file: string) => (file.includes('awesome') ? file : (file.split('/').at(-1) ?? file))

const noticeHead = `The folders beside this file hold other people's work, unmodified, under their own licences (see each folder).
o-spreadsheet and Owl are under the GNU Lesser General Public License, version 3: you may replace their files
with your own builds of them; Plumbline only uses what they leave in the page's globals.
`

function noticeOf(name: string): string {
  const { version, license, homepage, repository } = JSON.parse(
    readFileSync(join(packages, name, 'package.json'), 'utf8'),
  ) as Record<string, string | { url: string }>
  const source = homepage ?? (typeof repository === 'object' ? repository.url : repository)
  return `${folderOf(name)} ${version} (${license}) ${source}`
}
