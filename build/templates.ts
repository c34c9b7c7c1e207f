import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { saveFile } from '../command-line/save-file'
import { templateFile, templates } from '../command-line/template/templates'

/** Writes every template as a workbook for Excel. */
export async function buildTemplates(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const template of templates)
    await saveFile(join(folder, `${template.name}.xlsx`), await templateFile(template))
}
