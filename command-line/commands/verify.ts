import { isCellError } from '../../shared/values'
import { addressText } from '../../shared/workbook/area'
import { provenance } from '../../shared/workbook/handover/provenance-sheet'
import { verifyOriginal } from '../../shared/workbook/handover/verify'
import type { NumberVerified, Value } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { overview } from '../../shared/workbook/steps'
import { ask } from '../ask'
import { type AddCommand, as, hostOf } from '../command'
import { type Format, printed } from '../print'

export const verify: AddCommand = (program, streams, end) => {
  program
    .command('verify')
    .description('Computes the numbers of a handed-over copy anew, and lists what was changed since.')
    .argument('<copy>', 'an xlsx file that was handed over, however it came back')
    .option('--against <workbook>', 'the workbook that it was made of, to be compared as well')
    .addOption(as())
    .addHelpText(
      'after',
      '\nExamples:\n  plumbline verify for-finance.xlsx\n  plumbline verify for-finance.xlsx --against board-pack.xlsx --as csv',
    )
    .action(async (copy: string, options: { against?: string; as: Format }) => {
      streams.error(`Reading ${copy} …\n`)
      const host = await hostOf([copy])
      streams.error('Computing its numbers anew …\n')
      const { sealed, made, numbers } = ask(host, 'verify', {})
      const files = [{ file: copy, numbers }]
      if (options.against !== undefined) {
        const { lines } = answerNow(provenanceOf(), host)
        const file = options.against
        streams.error(`Comparing with ${file} …\n`)
        files.push({ file, numbers: answerNow(verifyOriginal(lines), await hostOf([file])) })
      }
      const changed = files.flatMap(({ file, numbers }) =>
        numbers.filter(({ changes }) => changes.length > 0).map(one => ({ file, one })),
      )
      streams.out(listed(changed, sealed, options.as))
      if (options.as === 'text' && changed.length === 0 && sealed) {
        streams.out(
          `All ${numbers.length} numbers are what they were when they were handed over on ${made}.\n`,
        )
      }
      if (changed.length > 0 || !sealed) end(1)
    })
}

function* provenanceOf() {
  return yield* provenance(yield* overview())
}

type Changed = readonly { readonly file: string; readonly one: NumberVerified }[]

function listed(changed: Changed, sealed: boolean, format: Format): string {
  if (format === 'json') {
    const found = changed.map(({ file, one: { area, ...more } }) => ({
      file,
      at: addressText(area),
      ...more,
    }))
    return `${JSON.stringify({ provenance: sealed ? 'as it was written' : 'changed', changed: found }, null, 2)}\n`
  }
  if (format === 'csv') {
    const rows = changed.map(({ file, one }) => [
      ...[file, addressText(one.area), one.metric, one.changes.join('; '), one.inputs.join('; ')],
      ...[plain(one.was), plain(one.is), one.recomputed ? plain(one.recomputed) : ''],
    ])
    return `${printed([['file', 'at', 'metric', 'changes', 'inputs', 'was', 'is', 'recomputed'], ...rows], 'csv')}\n`
  }
  const lines = changed.map(
    ({ file, one }) => `${file} ${addressText(one.area)} (${one.metric}): ${inWords(one)}\n`,
  )
  const broken =
    'The Provenance sheet was changed since: what it says of the numbers cannot be relied upon.\n'
  return `${sealed ? '' : broken}${lines.join('')}`
}

/** With all their digits: a difference may lie in the last ones. */
function plain(value: Value): string | number {
  if (isCellError(value)) return value.error
  return 'number' in value ? value.number : value.text
}

const reasonOf = (value: Value): string =>
  isCellError(value) && value.reason !== '' ? ` (${value.reason})` : ''

const shown = (value: Value): string => String(plain(value)) || 'blank'

function inWords({ changes, inputs, was, is, recomputed }: NumberVerified): string {
  const said = changes.map(change =>
    change === 'inputs changed' ? `inputs changed (${inputs.join(', ')})` : change,
  )
  const now = recomputed ? `; Plumbline gives ${shown(recomputed)} now${reasonOf(recomputed)}` : ''
  return `${said.join(', ')}: was ${shown(was)}, is ${shown(is)}${now}`
}
