/** Writes the reference pages under `docs/formulas/` anew. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { metrics } from '../shared/metrics/index'
import { indexPage, pageName, pageOf } from '../shared/renderings/page'

const folder = join(import.meta.dirname, '..', 'docs', 'formulas')

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'README.md'), indexPage())
for (const metric of metrics) writeFileSync(join(folder, pageName(metric)), pageOf(metric))
