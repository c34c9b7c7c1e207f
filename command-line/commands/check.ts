import { addressText } from '../../shared/workbook/area'
import type { Finding, UsedDefinitions } from '../../shared/workbook/questions'
import type { Host } from '../../shared/workbook/steps'
import { ask } from '../ask'
import { type AddCommand, as, dates, hostOf } from '../command'
import type { DateOrder } from '../csv-file'
import { type Format, printed } from '../print'

export const check: AddCommand = (program, streams, end) => {
  program
    .command('check')
    .description('Lists every number of a workbook that should not be trusted, worst first.')
    .argument('<files...>', 'xlsx and CSV files')
    .addOption(as())
    .addOption(dates())
    .addHelpText(
      'after',
      '\nExamples:\n  plumbline check board-pack.xlsx\n  plumbline check leads.csv deals.csv --as json',
    )
    .action(async (files: string[], options: { as: Format; dates?: DateOrder }) => {
      const host = await hostOf(files, options.dates)
      const findings = findingsOf(host, sheet => streams.error(`Checking ${sheet} …\n`))
      streams.out(listed(findings, options.as))
      if (findings.length > 0) end(1)
    })
}

function findingsOf(host: Host, onSheet: (sheet: string) => void): readonly Finding[] {
  const found: Finding[] = []
  const used: UsedDefinitions[] = []
  for (const { name } of ask(host, 'sheets', {}).sheets) {
    onSheet(name)
    const checked = ask(host, 'checkSheet', { sheet: name })
    found.push(...checked.findings)
    used.push(...checked.used)
  }
  found.push(...ask(host, 'checkTogether', { used }))
  return found.sort((one, other) => one.severity - other.severity)
}

const gravity = { 1: 'wrong', 2: 'doubtful', 3: 'untidy' } as const

function listed(findings: readonly Finding[], format: Format): string {
  if (format === 'json') {
    return `${JSON.stringify(
      findings.map(({ area, severity, ...finding }) => ({
        at: addressText(area),
        gravity: gravity[severity],
        ...finding,
      })),
      null,
      2,
    )}\n`
  }
  if (format === 'csv') {
    const rows = findings.map(({ area, severity, kind, holds, detail, remedy }) => {
      return [addressText(area), gravity[severity], kind, holds, detail, remedy]
    })
    return `${printed([['at', 'gravity', 'kind', 'holds', 'detail', 'remedy'], ...rows], 'csv')}\n`
  }
  if (findings.length === 0) return 'Nothing found that should not be trusted.\n'
  const lines = findings.map(({ area, severity, detail, remedy }) => {
    return `${addressText(area)} (${gravity[severity]}): ${detail}\n  ${remedy}`
  })
  return `${lines.join('\n')}\n${findings.length === 1 ? '1 finding.' : `${findings.length} findings.`}\n`
}
