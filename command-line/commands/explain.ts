import { formatFor } from '../../shared/sidebar/parts/format'
import { isCellError } from '../../shared/values'
import { addressText, parseAddress } from '../../shared/workbook/area'
import type { Level, Value, Why } from '../../shared/workbook/questions'
import { Refused } from '../../shared/workbook/steps'
import { ask } from '../ask'
import { type AddCommand, hostOf } from '../command'

export const explain: AddCommand = (program, { out }, end) => {
  program
    .command('explain')
    .description(
      'Tells why a cell shows what it shows: its calculation, its parts, and the definitions behind it.',
    )
    .argument('<file>', 'an xlsx file')
    .argument('<cell>', 'such as Overview!B7')
    .option('--json', 'all that is known, as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  plumbline explain board-pack.xlsx Overview!B7\n  plumbline explain team.xlsx "\'Q1 board\'!C4" --json',
    )
    .action(async (file: string, cell: string, { json }: { json?: true }) => {
      const host = await hostOf([file])
      const area = parseAddress(cell, ask(host, 'sheets', {}).sheets[0]?.name ?? '')
      if (!area) throw new Refused(`${cell} is no cell: write it as Sheet!B7.`)
      const why = ask(host, 'why', { cell: area })
      out(json ? `${JSON.stringify(why, null, 2)}\n` : told(why))
      if (isCellError(why.value)) end(1)
    })
}

const nothing = {
  empty: 'is empty.',
  typed: 'holds what somebody typed, no formula.',
  foreign: 'holds a formula without any of Plumbline’s functions.',
  'not recalculated': 'shows a value that is not what its formula gives now: recalculate the file.',
} as const

function told(why: Why): string {
  const { value } = formatFor(why.locale)
  const shown = withReason(why.value, value)
  const lines = [`${addressText(why.cell)} shows ${shown}`]
  if (why.formula !== '') lines.push(`  ${why.formula}`)
  if (why.nothing) lines.push(`${addressText(why.cell)} ${nothing[why.nothing]}`)
  for (const level of why.levels)
    lines.push(...linesOf(level, value).map(line => `${'  '.repeat(level.depth)}${line}`))
  return `${lines.join('\n')}\n`
}

function linesOf(level: Level, value: ReturnType<typeof formatFor>['value']): readonly string[] {
  const lines = ['', `${level.title} (${level.name}): ${withReason(level.value, value)}`]
  if (level.calculation !== '') lines.push(`  ${level.calculation}`)
  for (const { name, value: part, n } of level.parts) {
    lines.push(`  ${name}: ${value(part)}${n === undefined ? '' : ` (n = ${n})`}`)
  }
  for (const { table, reason, rows } of level.leftOut) lines.push(`  left out of ${table}: ${rows} ${reason}`)
  for (const { title, words, version } of level.definitions) {
    lines.push(`  ${title}: ${words} (${version === 0 ? 'built in, never approved' : `v${version}`})`)
  }
  if (level.locked) {
    const { period, asReported, restated } = level.locked
    lines.push(`  ${period} is locked: as reported ${value(asReported)}, restated ${value(restated)}`)
  }
  if (level.remedy !== undefined) lines.push(`  ${level.remedy}`)
  return lines
}

function withReason(told: Value, value: (told: Value) => string): string {
  return isCellError(told) ? `${told.error} ${told.reason}`.trim() : value(told)
}
