/** Builds everything that is shipped into `dist/`. */
import { rm } from 'node:fs/promises'
import { buildAppsScript } from './apps-script'
import { coreWeight } from './core-bundle'
import { buildExcelAddin } from './excel-addin'
import { buildPlayground } from './playground'
import { buildTemplates } from './templates'

await rm('dist', { recursive: true, force: true })
await buildAppsScript('dist/apps-script')
await buildExcelAddin('dist/excel-addin')
await buildPlayground('dist/playground')
await buildTemplates('dist/templates')

console.log(
  `Built dist/apps-script, dist/excel-addin, dist/playground and dist/templates; the core weighs ${await coreWeight()} bytes.`,
)
