import { readFile } from 'node:fs/promises'
import type { TermDifference } from '../../shared/workbook/questions'
import { Refused } from '../../shared/workbook/steps'
import { ask } from '../ask'
import { type AddCommand, as, hostOf } from '../command'
import { type Format, printed } from '../print'
import { saveFile } from '../save-file'

/** Definitions of a workbook, or as they were exported. */
export const definitions: AddCommand = (program, { out }, end) => {
  const command = program
    .command('definitions')
    .description('Compares and exports the definitions of workbooks.')
  command
    .command('diff')
    .description('Lists the terms that two workbooks, or exported sets, define differently.')
    .argument('<a>', 'an xlsx workbook')
    .argument('<b>', 'an xlsx workbook, or an exported set (JSON)')
    .addOption(as())
    .addHelpText(
      'after',
      '\nExamples:\n  plumbline definitions diff marketing.xlsx finance.xlsx\n  plumbline definitions diff team.xlsx finance.json --as csv',
    )
    .action(async (a: string, b: string, options: { as: Format }) => {
      const text = await exported(b)
      const { differing } = ask(await hostOf([a]), 'compareSet', { text })
      out(listed(differing, options.as))
      if (differing.length > 0) end(1)
    })
  command
    .command('export')
    .description('Writes the definitions of a workbook to one JSON file with its hash.')
    .argument('<workbook>', 'an xlsx file')
    .argument('[file]', 'where to; without it, it is printed')
    .addHelpText('after', '\nExamples:\n  plumbline definitions export team.xlsx team.json')
    .action(async (workbook: string, file: string | undefined) => {
      const { text } = ask(await hostOf([workbook]), 'exportSet', { name: nameOf(workbook) })
      if (file === undefined) out(`${text}\n`)
      else await saveFile(file, `${text}\n`)
    })
}

async function exported(path: string): Promise<string> {
  if (!/\.json$/i.test(path)) return ask(await hostOf([path]), 'exportSet', { name: nameOf(path) }).text
  return readFile(path, 'utf8').catch(() => {
    throw new Refused(`There is no file ${path}.`)
  })
}

const nameOf = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')

function listed(differing: readonly TermDifference[], format: Format): string {
  if (format === 'json') return `${JSON.stringify(differing, null, 2)}\n`
  const rows = differing.map(({ term, before, after }) => [term, before, after])
  if (format === 'csv') return `${printed([['term', 'a', 'b'], ...rows], 'csv')}\n`
  if (rows.length === 0) return 'Both define every term alike.\n'
  return `${rows.map(([term, before, after]) => `${term}\n  a: ${before}\n  b: ${after}`).join('\n')}\n`
}
