import { readFile } from 'node:fs/promises'
import { build, type Plugin } from 'esbuild'
import { decimalArithmetic } from './decimal-arithmetic'

/**
 * A document that loads nothing else has in it what other pages load once it is wanted. Imported as everything else is,
 * since esbuild wraps whatever is imported later, which would weigh 20 kB.
 */
const importedAtOnce: Plugin = {
  name: 'imported at once',
  setup(builder) {
    builder.onLoad({ filter: /copy-sql\.tsx$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const [lazily = '', what] = / import\('([^']+)'\)/.exec(source) ?? []
      if (what === undefined) throw new Error(`${path} imports nothing lazily`)
      const contents = `import * as sqlWriter from '${what}'\n${source.replace(lazily, ' Promise.resolve(sqlWriter)')}`
      return { contents, loader: 'tsx' }
    })
  },
}

/**
 * Bundles a sidebar entry (which calls `mountSidebar`) into one HTML document that loads nothing else.
 *
 * Google's HTML service strips `//` and `/*` from template literals, so none are left in the script.
 */
export async function bundleSidebar(entryFile: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entryFile],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'sidebar',
    format: 'iife',
    target: 'es2020',
    charset: 'ascii',
    legalComments: 'inline',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    supported: { 'template-literal': false },
    plugins: [importedAtOnce, decimalArithmetic],
  })
  const textOf = (extension: string) => outputFiles.find(file => file.path.endsWith(extension))?.text ?? ''
  return sidebarDocument(textOf('.js'), textOf('.css'))
}

/** In a page's `<script>` and `<style>`, only these few letters could end the element or start a comment. */
function sidebarDocument(script: string, style: string): string {
  const safeScript = script
    .replace(/<(\/script|!--)/gi, '\\x3C$1')
    // In a text or a pattern; Google would take it for the beginning of a template literal.
    .replace(/(\\*)`/g, (_, slashes: string) => `${slashes.slice(slashes.length % 2)}\\x60`)
    .trim()
  const safeStyle = style.replace(/<\//g, '\\3C /').trim()
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plumbline</title>
<style>${safeStyle}</style>
</head>
<body>
<div id="sidebar"></div>
<script>${safeScript}</script>
</body>
</html>
`
}
