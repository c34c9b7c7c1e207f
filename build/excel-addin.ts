import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { helpPage } from '../excel-addin/help-page'
import { unifiedManifest } from '../excel-addin/manifest-json'
import { addIn, developmentUrl } from '../excel-addin/manifest-source'
import { addInOnlyManifest } from '../excel-addin/manifest-xml'
import { helps } from '../shared/help'
import { probes } from '../shared/probes'
import { cards } from '../shared/renderings/card'
import { excelMetadata } from '../shared/renderings/excel-functions'
import { coreBundle } from './core-bundle'

/** Where the built folder will be served: `--excel-url=https://…`, else PLUMBLINE_EXCEL_URL, else this machine. */
export function chosenExcelUrl(): string {
  const option = '--excel-url='
  const chosen = process.argv.find(argument => argument.startsWith(option))
  return chosen?.slice(option.length) ?? process.env.PLUMBLINE_EXCEL_URL ?? developmentUrl
}

/** Writes the Excel add-in, ready to be served as it stands, into `outputFolder`. */
export async function buildExcelAddin(outputFolder: string, baseUrl = chosenExcelUrl()): Promise<void> {
  const described = addIn(baseUrl)
  const metadata = excelMetadata([...helps, ...probes], name => `${described.pages.help}#${name}`)
  const write = (file: string, content: string) => writeFileSync(join(outputFolder, file), content)

  rmSync(outputFolder, { recursive: true, force: true })
  mkdirSync(outputFolder, { recursive: true })
  write('functions.js', await functionsScript())
  await build({
    entryPoints: ['excel-addin/taskpane.ts'],
    outdir: outputFolder,
    bundle: true,
    minify: true,
    // What writes SQL is loaded once somebody asks for it.
    splitting: true,
    format: 'esm',
    target: 'es2020',
    logLevel: 'warning',
    loader: { '.csv': 'text' },
  })
  write('functions.json', json(metadata))
  write('manifest.json', json(unifiedManifest(described, metadata.functions)))
  write('manifest.xml', addInOnlyManifest(described))
  write('help.html', helpPage(cards))
  cpSync('excel-addin/taskpane.html', join(outputFolder, 'taskpane.html'))
  cpSync('excel-addin/icons', join(outputFolder, 'icons'), { recursive: true })
}

/** The script that registers the formulas and answers the pane. */
export async function functionsScript(): Promise<string> {
  const { outputFiles } = await build({
    ...coreBundle,
    entryPoints: ['excel-addin/functions.ts'],
    write: false,
  })
  return outputFiles.map(file => file.text).join('')
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
