import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildAppsScript } from './apps-script'

const clasp = resolve('node_modules/@google/clasp/build/src/index.js')
const guide = 'docs/guides/google-sheets.md'

/** Builds the add-on inside `folder` and has clasp push it into the script project that its .clasp.json names. */
async function pushAppsScript(folder: string): Promise<void> {
  const output = join(folder, 'dist/apps-script')
  checkSettings(folder, output)
  await buildAppsScript(output)
  // Without --force clasp would leave everything unpushed where it cannot ask about a changed manifest.
  const child = spawn(process.execPath, [clasp, 'push', '--force'], { cwd: folder, stdio: 'inherit' })
  const code = await new Promise(done => child.on('close', done))
  if (code !== 0) throw new Error('clasp did not push: see its message above.')
}

/** A wrong folder in .clasp.json would push this repository's own sources into somebody's script project. */
function checkSettings(folder: string, output: string): void {
  const file = join(folder, '.clasp.json')
  if (!existsSync(file)) {
    throw new Error(
      `There is no .clasp.json, which says into which script project to push. ${guide} shows how to make it.`,
    )
  }
  const { scriptId, rootDir, srcDir } = settings(file)
  if (typeof scriptId !== 'string' || scriptId === '') {
    throw new Error(`.clasp.json names no scriptId. ${guide} shows where to find it.`)
  }
  if (resolve(folder, String(srcDir ?? rootDir ?? '.')) !== resolve(output)) {
    throw new Error('.clasp.json must say "rootDir": "dist/apps-script", so that only the add-on is pushed.')
  }
}

function settings(file: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Error(`.clasp.json cannot be read as JSON. ${guide} shows what it should hold.`)
  }
}

try {
  await pushAppsScript(process.argv[2] ?? '.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
