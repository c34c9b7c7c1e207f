import { readFileSync } from 'node:fs'
import type { Template } from '../../shared/workbook/template'
import { wallClock } from '../../shared/workbook/wall-clock'
import { templatesWith } from '../../templates/index'

/** The templates, their samples read from the files beside them. */
export const templates = templatesWith(file =>
  readFileSync(new URL(`../../templates/sample/${file}.csv`, import.meta.url), 'utf8'),
)

/** A template as an xlsx file. What computes and writes it is large: other commands start without it. */
export async function templateFile(template: Template): Promise<Uint8Array> {
  const [{ computed }, { writeTemplate }] = await Promise.all([import('./computed'), import('./xlsx')])
  return writeTemplate(template, computed(template, wallClock(new Date())))
}
