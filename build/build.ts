/** Builds everything that is shipped into `dist/`. */
import { rm } from 'node:fs/promises'
import { buildAppsScript } from './apps-script'
import { coreWeight } from './core-bundle'
import { buildExcelAddin } from './excel-addin'
import { buildPlayground } from './playground'

await rm('dist', { recursive: true, force: true })
await buildAppsScript('dist/apps-script')
await buildExcelAddin('dist/excel-addin')
await buildPlayground('dist/playground')

console.log(
  `Built dist/apps-script, dist/excel-addin and dist/playground; the core weighs ${await coreWeight()} bytes.`,
)
