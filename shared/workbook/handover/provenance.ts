import { momentText } from '../../definitions/row'
import { addressText } from '../area'
import { nameArea } from '../formulas/locate'
import { prefixed } from '../formulas/prefixed'
import type { Content } from '../steps'
import { checksum, fingerprint, isOneCell } from './inputs'
import { type Line, line, sealOf } from './line'
import { valueText } from './literal'
import { type Handed, type Plan, rangesOf } from './plan'
import { release } from './release'
import type { WorkbookRead } from './workbook-cells'

const toTheMinute = '2026-04-10 09:30'.length

/** All that the Provenance sheet says of a workbook that is handed over. */
export function provenanceLines(
  plan: Plan,
  { overview, cells }: WorkbookRead,
  definitions: string,
): readonly Line[] {
  const about = (metric: string, in_words: string, value: string): Line =>
    line('about', { metric, in_words, value })
  const asOf = nameArea('AS_OF', overview)
  const lines = [
    about('plumbline', 'The release of Plumbline that computed the numbers', release),
    about(
      'made',
      'When the workbook was handed over, by its own clock',
      momentText(overview.now).slice(0, toTheMinute),
    ),
    about(
      'form',
      'What took the place of the formulas',
      plan.form === 'values' ? 'values' : 'native formulas',
    ),
    about(
      'definitions',
      'Version of the team’s definitions, and the hash of the set',
      definitions || 'built in',
    ),
    about('as_of', 'What the workbook’s AS_OF said', asOf ? fingerprint(asOf, cells) : ''),
    ...[...rangesOf(plan)].map(([input, area]) =>
      line('input', {
        ...{ cell: input, in_words: `Computed from, at ${addressText(area)}: SHA-256 of its cells` },
        value: checksum(cells(area) ?? [[]]),
      }),
    ),
    ...plan.handed.map(one => lineOfNumber(one, cells)),
  ]
  const seal = about('seal', 'SHA-256 of all that this sheet says', sealOf(lines))
  return [...lines.slice(0, 5), seal, ...lines.slice(5)]
}

function lineOfNumber(one: Handed, cells: WorkbookRead['cells']): Line {
  const { cell, from, content, value, inputs, frozen, showed } = one
  const notes = [
    ...frozen.map(reason => `a value, since ${reason}`),
    ...(showed === undefined ? [] : [`the cell showed ${valueText(showed) || 'nothing'}`]),
  ]
  return line('number', {
    ...{ cell: addressText(cell), metric: one.metric, in_words: one.in_words, value: valueText(value) },
    ...{
      original: one.original && prefixed(one.original, ''),
      from: one.original === '' ? addressText(from) : '',
    },
    handed_over: formulaOf(content),
    ...{ definitions: one.definitions, version: one.version, as_of: one.as_of },
    inputs: [...inputs]
      .map(([input, area]) => (isOneCell(area) ? `${input} = ${fingerprint(area, cells)}` : input))
      .join('\n'),
    note: [...new Set(notes)].join('; '),
  })
}

export const formulaOf = (content: Content): string =>
  typeof content === 'object' && content !== null ? content.formula : ''
