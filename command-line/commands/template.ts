import { readFileSync } from 'node:fs'
import { Refused } from '../../shared/workbook/steps'
import type { Template } from '../../shared/workbook/template'
import { templatesWith } from '../../templates/index'
import { wallClock } from '../clock'
import type { AddCommand } from '../command'
import { aligned } from '../print'
import { saveFile } from '../save-file'

export const template: AddCommand = (program, { out }) => {
  program
    .command('template')
    .description(
      'Writes a workbook to start from, with a sample and its numbers; without a name, lists them.',
    )
    .argument('[name]', 'which one')
    .option('-o, --output <file>', 'where it is written; NAME.xlsx unless said')
    .addHelpText(
      'after',
      '\nExamples:\n  plumbline template\n  plumbline template executive -o board.xlsx\n\nIts formulas compute in Excel where the Plumbline add-in is; in any other program the file shows their last values.',
    )
    .action(async (name: string | undefined, { output }: { output?: string }) => {
      const templates = templatesWith(sample)
      if (name === undefined) return out(listed(templates))
      const chosen = templates.find(one => one.name === name)
      if (!chosen) {
        const names = templates.map(one => one.name).join(', ')
        throw new Refused(`There is no template ${name}. Ask for one of ${names}.`)
      }
      const file = output ?? `${name}.xlsx`
      await saveFile(file, await made(chosen))
      out(`${file}: ${chosen.title}, sheets ${chosen.sheets.join(', ')}\n`)
    })
}

/** What computes and writes it is large: other commands start without it. */
async function made(chosen: Template): Promise<Uint8Array> {
  const [{ computed }, { writeTemplate }] = await Promise.all([
    import('../template/computed'),
    import('../template/xlsx'),
  ])
  return writeTemplate(chosen, computed(chosen, wallClock(new Date())))
}

const sample = (file: string): string =>
  readFileSync(new URL(`../../templates/sample/${file}.csv`, import.meta.url), 'utf8')

function listed(templates: readonly Template[]): string {
  const lines = templates.map(({ name, title, forWhom, shows }) => [
    name,
    `${title}. For: ${forWhom}.`,
    shows,
  ])
  return `${aligned(
    lines.flatMap(([name = '', first = '', shows = '']) => [
      [name, first],
      ['', shows],
    ]),
  )}\n`
}
