import { build } from 'esbuild'

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
  })
  const textOf = (extension: string) => outputFiles.find(file => file.path.endsWith(extension))?.text ?? ''
  return sidebarDocument(textOf('.js'), textOf('.css'))
}

/** In a page's `<script>` and `<style>`, only these few letters could end the element or start a comment. */
function sidebarDocument(script: string, style: string): string {
  const safeScript = script.replace(/<(\/script|!--)/gi, '\\x3C$1').trim()
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
