import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../command-line/program'
import { columnLetters } from '../shared/workbook/area'
import { xlsx } from '../test/command-line/workbooks'
import type { Line } from './measure'
import { firstDay, tablesOf } from './tables'

const metrics = [
  'WIN_RATE',
  'TOTAL_REVENUE',
  'AVERAGE_DEAL_SIZE',
  'OPPS_CREATED',
  'NET_LEADS_ISSUED',
  'TOTAL_COST',
]
const quarters = [0, 90, 181, 273, 365].map(day => firstDay + day)

/** A file of 50,000 leads with a scorecard of 24 numbers: handed over, verified, and brought back. */
export async function handoverLines(): Promise<readonly Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'))
  const file = (name: string): string => join(folder, name)
  const { leads, deals, costs } = tablesOf(50_000)
  const tables = { Leads: leads, Deals: deals, Costs: costs }
  const board = [
    ['From', ...quarters.slice(0, 4)],
    ['To', ...quarters.slice(1).map(day => day - 1)],
    ...metrics.map((name, row) => [
      name,
      ...(row === 0
        ? [
            {
              formula: `PLUMB.METRIC(A3:A${metrics.length + 2},B1:E1,B2:E2,"","","",LEADS,DEALS,COSTS)`,
              value: 0,
            },
          ]
        : []),
    ]),
  ]
  const names = Object.entries(tables).map(([name, rows]) => {
    return [
      name.toUpperCase(),
      `${name}!$A$1:$${columnLetters((rows[0]?.length ?? 1) - 1)}$${rows.length}`,
    ] as const
  })
  const sheets = { ...tables, Board: board } as unknown as Parameters<typeof xlsx>[0]
  writeFileSync(file('book.xlsx'), await xlsx(sheets, Object.fromEntries(names)))
  const timed = async (what: string, ...args: string[]): Promise<Line> => {
    const start = performance.now()
    const exit = await run(args, { out: () => {}, error: text => console.error(text) })
    if (exit !== 0) throw new Error(`${what} ended with ${exit}`)
    return { what, milliseconds: performance.now() - start }
  }
  const lines = [
    await timed('handed over', 'handover', file('book.xlsx'), '-o', file('copy.xlsx')),
    await timed('verified', 'verify', file('copy.xlsx')),
    await timed('brought back', 'handover', file('copy.xlsx'), '--bring-back', '-o', file('back.xlsx')),
  ]
  rmSync(folder, { recursive: true, force: true })
  return lines
}
