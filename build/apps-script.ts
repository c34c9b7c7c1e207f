import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Program, parse } from 'acorn'
import { build } from 'esbuild'
import { helps } from '../shared/help'
import { appsScriptFunction } from '../shared/renderings/apps-script'
import { coreBundle } from './core-bundle'
import { bundleSidebar } from './sidebar'

/** The only variable of the add-on; Google Sheets would offer every function beside it as a formula. */
const bundleName = 'Plumbline'

/** Whoever pastes the script without its manifest is then asked for this one spreadsheet, not for all of theirs. */
const header = `/**
 * Plumbline for Google Sheets, built from its sources: change those, not this file.
 * @OnlyCurrentDoc
 */`

/** Google calls these by name: two triggers, the entries of the menu, and what the sidebar asks for. */
const entries = [
  ['onOpen', '', 'showMenu()'],
  ['onInstall', '', 'showMenu()'],
  ['plumblineOpenSidebar', '', 'showSidebar()'],
  ['plumblineShowHelp', '', 'showHelp()'],
  ['plumblineInsertFormula', 'formula, over', 'insertFormula(formula, over)'],
  ['plumblineAsk', 'question, asked', 'ask(question, asked)'],
  // For the template Self-test; without help of their own they are not offered to whoever types a formula.
  ['PLUMBLINE_ARRIVES', '', 'arrives(arguments)'],
  ['PLUMBLINE_RETURNS', 'what', 'returns(what)'],
] as const

/** All names that the script may declare at its top level. */
export const topLevelNames: readonly string[] = [
  bundleName,
  ...entries.map(([name]) => name),
  ...helps.map(fn => fn.name),
]

/** Builds the Google Sheets add-on into `outputFolder`: the manifest, one script and one page, ready for clasp. */
export async function buildAppsScript(outputFolder: string): Promise<void> {
  const script = await appsScript()
  const page = await bundleSidebar('apps-script/sidebar/index.ts')
  await rm(outputFolder, { recursive: true, force: true })
  await mkdir(outputFolder, { recursive: true })
  await writeFile(join(outputFolder, 'plumbline.js'), script)
  await writeFile(join(outputFolder, 'sidebar.html'), page)
  await copyFile('appsscript.json', join(outputFolder, 'appsscript.json'))
}

/** The script as Google runs it. */
export async function appsScript(): Promise<string> {
  const bundle = await bundleScript()
  const script = [header, bundle, ...entries.map(entryFunction), ...helps.map(asFormula), ''].join('\n')
  checkScript(script)
  return script
}

async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    ...coreBundle,
    entryPoints: ['apps-script/index.ts'],
    write: false,
    globalName: bundleName,
  })
  return outputFiles.map(file => file.text).join('')
}

function entryFunction([name, parameters, body]: (typeof entries)[number]): string {
  return `function ${name}(${parameters}) {\n  return ${bundleName}.${body}\n}`
}

function asFormula(fn: (typeof helps)[number]): string {
  return appsScriptFunction(fn, bundleName)
}

/** Fails the build where Google would refuse the script, or show more in a cell than the formulas. */
export function checkScript(script: string): void {
  const program = parse(script, { ecmaVersion: 2021, sourceType: 'script' })
  const declared = program.body.flatMap(declaredNames).sort()
  const intended = [...topLevelNames].sort()
  if (declared.join() !== intended.join()) {
    throw new Error(`The script declares ${declared.join(', ')}\ninstead of ${intended.join(', ')}`)
  }
}

function declaredNames(statement: Program['body'][number]): string[] {
  if (statement.type === 'FunctionDeclaration') return [statement.id.name]
  if (statement.type === 'VariableDeclaration') {
    return statement.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : `a ${id.type}`))
  }
  const isDirective = statement.type === 'ExpressionStatement' && statement.directive !== undefined
  return isDirective ? [] : [`a ${statement.type}`]
}
