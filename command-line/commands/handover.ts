import { resolve } from 'node:path'
import type { FileEdits } from '../../playground/xlsx/edit-xlsx'
import { broughtBackEdits, handedOverEdits } from '../../playground/xlsx/handed-over'
import { type Cell, isCellError } from '../../shared/values'
import { addressText } from '../../shared/workbook/area'
import { backPlan } from '../../shared/workbook/handover/bring-back'
import { type Planned, planned, told } from '../../shared/workbook/handover/hand-over'
import { formulaOf } from '../../shared/workbook/handover/provenance'
import type { HandOverPlan } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { type Host, Refused, type Steps } from '../../shared/workbook/steps'
import { wallClock } from '../../shared/workbook/wall-clock'
import { changedFile } from '../changed-file'
import { type AddCommand, as } from '../command'
import { fileHost } from '../file-host'
import { bytesOf } from '../open-files'
import { type Format, printed } from '../print'
import { saveFile } from '../save-file'
import { readXlsxFile } from '../xlsx-file'

interface Options {
  readonly output: string
  readonly valuesOnly?: true
  readonly bringBack?: true
  readonly as: Format
}

export const handover: AddCommand = (program, streams, end) => {
  program
    .command('handover')
    .description('Writes a copy in which every Plumbline formula is one of built-in functions, or its value.')
    .argument('<workbook>', 'an xlsx file; it stays as it is')
    .requiredOption('-o, --output <file>', 'where the copy goes')
    .option('--values-only', 'values in the place of all formulas')
    .option('--bring-back', 'the other way: puts the formulas back into a copy that was handed over')
    .addOption(as())
    .addHelpText('after', examples)
    .action(async (workbook: string, options: Options) => {
      if (resolve(workbook) === resolve(options.output)) {
        throw new Refused(`${workbook} itself would be written over: give the copy another name.`)
      }
      streams.error(`Reading ${workbook} …\n`)
      const bytes = await bytesOf(workbook)
      const host = fileHost(await readXlsxFile(workbook, bytes), wallClock(new Date()))
      streams.error(options.bringBack ? 'Finding its formulas …\n' : 'Computing its numbers …\n')
      const { edits, told, isPartial } = options.bringBack ? broughtBack(host) : handedOver(host, options)
      streams.error(`Writing ${options.output}, and reading it back …\n`)
      await saveFile(options.output, await changedFile(bytes, edits))
      streams.out(told)
      if (isPartial) end(1)
    })
}

interface Ended {
  readonly edits: FileEdits
  readonly told: string
  /** Whether formulas had to stay as they were. */
  readonly isPartial: boolean
}

function handedOver(host: Host, { valuesOnly, output, as: format }: Options): Ended {
  const made = answered(host, planned(valuesOnly ? 'values' : 'formulas'))
  return {
    edits: handedOverEdits(made),
    told: format === 'text' ? inWords(output, told(made.plan)) : listed(made, format),
    isPartial: made.plan.kept.length > 0,
  }
}

function broughtBack(host: Host): Ended {
  const plan = answered(host, backPlan())
  const { restored, left } = plan
  const lines = left.map(({ cell }) => `${addressText(cell)} was typed over since: it stays as it is.\n`)
  return {
    edits: broughtBackEdits(plan),
    told: `${restored.length === 1 ? '1 formula is' : `${restored.length} formulas are`} back.\n${lines.join('')}`,
    isPartial: left.length > 0,
  }
}

function answered<Answer>(host: Host, question: Steps<Answer>): Answer {
  try {
    return answerNow(question, host)
  } catch (error) {
    throw isCellError(error) ? new Refused(error.reason) : error
  }
}

const numbers = (count: number): string => (count === 1 ? '1 number' : `${count} numbers`)

function inWords(output: string, { numbers: all, native, values, kept, differing }: HandOverPlan): string {
  const lines = [`${output}: ${numbers(all)} handed over, ${native} as formulas of built-in functions.`]
  for (const { reason, count, first } of values)
    lines.push(`  ${numbers(count)} by value, such as ${addressText(first)}: ${reason}`)
  if (differing.first) {
    const shows = differing.count === 1 ? 'shows' : `and ${differing.count - 1} more show`
    lines.push(`  ${addressText(differing.first)} ${shows} something else in the original: recalculate it`)
  }
  for (const { cell, reason } of kept) lines.push(`  ${addressText(cell)} stays as it is: ${reason}`)
  return `${lines.join('\n')}\n`
}

function listed({ plan }: Planned, format: Format): string {
  const all = plan.handed.map(one => ({
    ...{ at: addressText(one.cell), metric: one.metric, value: one.value },
    ...{ formula: formulaOf(one.content), by_value: one.frozen.join('; ') },
  }))
  if (format === 'json') return `${JSON.stringify(all, null, 2)}\n`
  const rows = all.map(({ at, metric, value, formula, by_value }): Cell[] => [
    at,
    metric,
    value,
    formula,
    by_value,
  ])
  return `${printed([['at', 'metric', 'value', 'formula', 'by_value'], ...rows], 'csv')}\n`
}

const examples = `
Examples:
  plumbline handover board-pack.xlsx -o for-finance.xlsx
  plumbline handover board-pack.xlsx -o for-finance.xlsx --values-only
  plumbline handover for-finance.xlsx --bring-back -o board-pack-again.xlsx`
