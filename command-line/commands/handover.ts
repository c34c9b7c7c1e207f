import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Cell, isCellError } from '../../shared/values'
import { addressText } from '../../shared/workbook/area'
import { bringBack, originsOf } from '../../shared/workbook/handover/bring-back'
import { handOverBy, type Planned, planned } from '../../shared/workbook/handover/hand-over'
import { formulaOf } from '../../shared/workbook/handover/provenance'
import { provenance } from '../../shared/workbook/handover/provenance-sheet'
import type { BroughtBack, HandedOver, HandOverPlan } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { type Host, overview, Refused, type Steps } from '../../shared/workbook/steps'
import { changedFile, type Shown } from '../changed-file'
import { wallClock } from '../clock'
import { type AddCommand, as } from '../command'
import { copyHost } from '../copy-host'
import type { WorkbookCells } from '../file-host'
import { openFiles } from '../open-files'
import { type Format, printed } from '../print'
import { saveFile } from '../save-file'

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
      const cells = await openFiles([workbook])
      const bytes = await readFile(workbook)
      const { host, changes } = copyHost(cells, wallClock(new Date()))
      const done = options.bringBack ? broughtBack(host, cells) : handedOver(host, options)
      await saveFile(options.output, await changedFile(bytes, changes, done.shown))
      streams.out(done.told)
      if (done.isPartial) end(1)
    })
}

interface Ended {
  readonly shown: Shown
  readonly told: string
  /** Whether formulas had to stay as they were. */
  readonly isPartial: boolean
}

function handedOver(host: Host, { valuesOnly, output, as: format }: Options): Ended {
  const made = answered(host, planned(valuesOnly ? 'values' : 'formulas'))
  const done = answered<HandedOver>(host, handOverBy(made))
  if (done.outcome !== 'done')
    throw new Refused(done.outcome === 'refused' ? done.reason : 'The file has changed.')
  const values = new Map(made.plan.handed.map(({ cell, value }) => [addressText(cell), value]))
  return {
    shown: { values, fills: new Map() },
    told: format === 'text' ? inWords(output, done) : listed(made, format),
    isPartial: done.kept.length > 0,
  }
}

function broughtBack(host: Host, { sheets }: WorkbookCells): Ended {
  const { lines } = answered(host, provenanceOf())
  const done = answered<BroughtBack>(host, bringBack())
  if (done.outcome !== 'done')
    throw new Refused(done.outcome === 'refused' ? done.reason : 'The file has changed.')
  const values = new Map<string, Cell>()
  const fills = new Map<string, string>()
  for (const { cell, lines: own } of originsOf(lines)) {
    const last = own[own.length - 1]?.[0] ?? cell
    const address = addressText(cell)
    if (own.length > 1)
      fills.set(
        address,
        addressText({ ...last, top: cell.top, left: cell.left })
          .split('!')
          .pop() as string,
      )
    for (const [place] of own) {
      values.set(addressText(place), sheets.get(place.sheet)?.values[place.top]?.[place.left] ?? null)
    }
  }
  const left = done.left.map(cell => `${addressText(cell)} was typed over since: it stays as it is.\n`)
  const told = `${done.restored === 1 ? '1 formula is' : `${done.restored} formulas are`} back.\n${left.join('')}`
  return { shown: { values, fills }, told, isPartial: done.left.length > 0 }
}

function* provenanceOf() {
  return yield* provenance(yield* overview())
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
  for (const cell of differing)
    lines.push(`  ${addressText(cell)} showed something else: it was not recalculated`)
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
