import { readFileSync } from 'node:fs'
import { folder, shell } from './run'
import { xlsx } from './workbooks'

const file = folder()

const board = () =>
  xlsx({
    Board: [
      ['Return', 5000],
      ['Cost', 1000],
      ['ROI', { formula: 'PLUMB.ROI(B1,B2)', value: 4 }],
      ['No cost', { formula: '_xldudf_PLUMB_ROI(B1,B9)', value: '#DIV/0!' }],
      ['Stale', { formula: 'PLUMB.ROI(B1,B2)', value: 7 }],
    ],
  })

describe('check', () => {
  test('lists what should not be trusted, worst first, and exits with 1', async () => {
    const { exit, out } = await shell('check', file('board.xlsx', await board()))
    expect(exit).toBe(1)
    expect(out).toContain('Board!B4 (wrong):')
    expect(out).toMatch(/\d findings?\.\n$/)
  })

  test('is content with a workbook in which nothing is wrong', async () => {
    const clean = await xlsx({ Sheet: [['Cost', 1000]] })
    expect(await shell('check', file('clean.xlsx', clean))).toMatchObject({
      ...{ exit: 0, out: 'Nothing found that should not be trusted.\n' },
    })
  })

  test('gives the same as JSON and CSV', async () => {
    const path = file('board.xlsx', await board())
    const json = JSON.parse((await shell('check', path, '--as', 'json')).out) as {
      at: string
      kind: string
    }[]
    expect(json.map(({ at, kind }) => [at, kind])).toContainEqual(['Board!B4', 'error'])
    const lines = (await shell('check', path, '--as', 'csv')).out.split('\n')
    expect(lines[0]).toBe('at,gravity,kind,holds,detail,remedy')
    expect(lines.some(line => line.startsWith('Board!B4,wrong,error,'))).toBe(true)
  })

  test('checks the rows of CSV files', async () => {
    const leads =
      'lead_id,created_at,issued_at,owner,qualified\nL1,2026-01-05,2026-01-05,Ana,TRUE\nL2,2026-01-06,2026-01-06,,TRUE\n'
    const { exit, out } = await shell('check', file('leads.csv', leads))
    expect(exit).toBe(1)
    expect(out).toContain('leads!')
  })
})

describe('explain', () => {
  test('tells the calculation with its numbers', async () => {
    const { exit, out } = await shell('explain', file('board.xlsx', await board()), 'Board!B3')
    expect(exit).toBe(0)
    expect(out).toContain('Board!B3 shows 400%\n')
    expect(out).toContain('(5000 - 1000) / 1000 = 4')
  })

  test('tells the cause of an error and what to do', async () => {
    const { exit, out } = await shell('explain', file('board.xlsx', await board()), 'Board!B4')
    expect(exit).toBe(1)
    expect(out).toContain('#DIV/0! cost is 0')
  })

  test('tells of a value that its formula does not give any more', async () => {
    const { out } = await shell('explain', file('board.xlsx', await board()), 'Board!B5')
    expect(out).toContain('recalculate')
  })

  test.each([
    ['Board!A1', 'holds what somebody typed'],
    ['Board!D9', 'is empty'],
  ])('has nothing to explain in %s', async (cell, sentence) => {
    expect((await shell('explain', file('board.xlsx', await board()), cell)).out).toContain(sentence)
  })

  test('refuses what is no cell', async () => {
    expect(await shell('explain', file('board.xlsx', await board()), 'here')).toMatchObject({
      ...{ exit: 2, error: 'here is no cell: write it as Sheet!B7.\n' },
    })
  })
})

describe('definitions', () => {
  const columns = 'term,value,effective_from,version,status,kind,reason,changed_by,recorded_at'.split(',')
  const team = (value: string) =>
    xlsx(
      {
        Definitions: [
          columns,
          [
            'win_rate.basis',
            value,
            new Date(Date.UTC(2026, 0, 1)),
            1,
            'approved',
            'policy',
            'agreed',
            'Ana',
            new Date(Date.UTC(2026, 0, 1)),
          ],
        ],
      },
      { DEFINITIONS: 'Definitions!$A$1:$I$2' },
    )

  test('diff lists the terms that differ, and exits with 1', async () => {
    const [a, b] = [file('a.xlsx', await team('value')), file('b.xlsx', await team('count'))]
    const { exit, out } = await shell('definitions', 'diff', a, b, '--as', 'csv')
    expect(exit).toBe(1)
    expect(out.split('\n')[1]).toMatch(/^win_rate\.basis,/)
    expect(await shell('definitions', 'diff', a, a)).toMatchObject({
      ...{ exit: 0, out: 'Both define every term alike.\n' },
    })
  })

  test('export writes a set that diff reads', async () => {
    const a = file('a.xlsx', await team('value'))
    const json = file('a.json')
    expect((await shell('definitions', 'export', a, json)).exit).toBe(0)
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ name: 'a', schema_version: 1 })
    expect((await shell('definitions', 'diff', a, json)).exit).toBe(0)
  })
})

test('every example of the help names a command that is there', async () => {
  for (const command of [['check'], ['explain'], ['definitions', 'diff'], ['definitions', 'export']]) {
    const { exit, out } = await shell(...command, '--help')
    expect(exit).toBe(0)
    expect(out).toContain(`plumbline ${command.join(' ')} `)
  }
})
