/** Writes the reference pages under `docs/formulas/` anew. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pages } from '../shared/renderings/page'

const folder = join(import.meta.dirname, '..', 'docs', 'formulas')

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const [name, page] of pages()) writeFileSync(join(folder, name), page)
