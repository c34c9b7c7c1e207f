import { Refused } from '../../shared/workbook/steps'
import type { Template } from '../../shared/workbook/template'
import type { AddCommand } from '../command'
import { aligned } from '../print'
import { saveFile } from '../save-file'
import { templateFile, templates } from '../template/templates'

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
      if (name === undefined) return out(listed(templates))
      const chosen = templates.find(one => one.name === name)
      if (!chosen) {
        const names = templates.map(one => one.name).join(', ')
        throw new Refused(`There is no template ${name}. Ask for one of ${names}.`)
      }
      const file = output ?? `${name}.xlsx`
      await saveFile(file, await templateFile(chosen))
      out(`${file}: ${chosen.title}, sheets ${chosen.sheets.join(', ')}\n`)
    })
}

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
