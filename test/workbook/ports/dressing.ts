/** What every host makes of a sheet's dress, read back from the spreadsheet's own objects. */
import { type Changed, change } from '../../../shared/workbook/change'
import type { Dress } from '../../../shared/workbook/dress'
import { answerLater } from '../../../shared/workbook/run'
import type { Edit, Host } from '../../../shared/workbook/steps'
import { undo } from '../../../shared/workbook/undo'
import { at, write } from './contract'
import type { Dressed, DressedChart, OpenPort, Port } from './port'

const board: Dress = {
  ...{ frozen: { rows: 1, columns: 1 }, gridlines: false },
  charts: [
    {
      ...{ kind: 'combo', title: 'Revenue and leads', over: at('Board!F2:K15'), labels: at('Board!A2:A4') },
      ...{ format: '0', secondFormat: '0.0' },
      series: [
        { name: 'Revenue', values: at('Board!B2:B4'), colour: '1F4E5F' },
        { name: 'Leads', values: at('Board!C2:C4'), as: 'line', secondAxis: true, colour: 'E0A030' },
      ],
    },
  ],
  conditions: [
    { area: at('Board!D2:D4'), when: 'AND($B2>1.5,$C2<9)', look: 'good' },
    { area: at('Board!B2:C4'), when: '=B2<100', look: 'bad' },
  ],
  choices: [
    { area: at('Board!D2:D4'), from: ['green', 'amber', 'red'], strict: true },
    { area: at('Board!A6'), from: at('Board!A2:A4'), strict: false },
  ],
  guarded: [at('Board!A1:D1'), at('Board!B2:B4')],
  print: { landscape: true, headerRows: 2 },
}

const boardDressed: Dressed = {
  ...{ frozen: { rows: 1, columns: 1 }, gridlines: false },
  charts: [
    {
      ...{ kind: 'combo', title: 'Revenue and leads', at: 'Board!F2', labels: 'Board!A2:A4' },
      ...{ format: '0', secondFormat: '0.0' },
      series: [
        ...[{ name: 'Revenue', values: 'Board!B2:B4', colour: '#1F4E5F', isLine: false, second: false }],
        ...[{ name: 'Leads', values: 'Board!C2:C4', colour: '#E0A030', isLine: true, second: true }],
      ],
    },
  ],
  conditions: [
    { area: 'Board!D2:D4', formula: '=AND($B2>1.5,$C2<9)', look: 'good' },
    { area: 'Board!B2:C4', formula: '=B2<100', look: 'bad' },
  ],
  choices: [
    { area: 'Board!D2:D4', from: ['green', 'amber', 'red'], strict: true },
    { area: 'Board!A6', from: 'Board!A2:A4', strict: false },
  ],
  guarded: ['Board!A1:D1', 'Board!B2:B4'],
  print: { landscape: true, headerRows: 2 },
}

export function dressingContract(open: OpenPort): void {
  let port: Port
  let host: Host

  beforeEach(async () => {
    port = await open(['Leads', 'Notes'])
    host = port.editor()
  })

  const changing = async (edits: readonly Edit[]) => answerLater(change([], edits), host)

  async function changed(edits: readonly Edit[]) {
    const outcome = await changing(edits)
    expect(outcome).toEqual({ outcome: 'done', undo: expect.anything() })
    return outcome as Extract<Changed, { outcome: 'done' }>
  }

  const undoing = (done: Pick<Extract<Changed, { outcome: 'done' }>, 'undo'>) =>
    answerLater(undo({ undo: JSON.parse(JSON.stringify(done.undo)) }), host)

  const adding: readonly Edit[] = [
    { do: 'add sheet', sheet: 'Board' },
    write('Board!A1:D4', [
      ['quarter', 'revenue', 'leads', 'status'],
      ['Q1', 100, 5, 'green'],
      ['Q2', 140, 7, 'amber'],
      ['Q3', 90, 9, 'red'],
    ]),
  ]

  test('what a new sheet is dressed in is there, as far as the spreadsheet has it', async () => {
    await changed([...adding, { do: 'dress', sheet: 'Board', dress: board }])
    const { guarded, print, charts, ...seen } = port.dressed('Board')
    const { guarded: mayGuard, print: mayPrint, charts: drawn, ...expected } = boardDressed
    expect(seen).toEqual(expected)
    // Where numbers along an axis cannot be told how, they go by their cells.
    const asTold = ({ format, secondFormat, ...chart }: DressedChart) => chart
    expect(charts.map(asTold)).toEqual(drawn.map(asTold))
    if (charts.some(({ format }) => format !== undefined)) expect(charts).toEqual(drawn)
    if (guarded) expect(guarded).toEqual(mayGuard)
    if (print) expect(print).toEqual(mayPrint)
  })

  test('is taken back with the sheet, charts and guarded cells included', async () => {
    port.type('Leads!A1', 'kept')
    const before = (await host.overview()).sheets
    const done = await changed([...adding, { do: 'dress', sheet: 'Board', dress: board }])
    expect(await undoing(done)).toMatchObject({ outcome: 'done' })
    expect((await host.overview()).sheets).toEqual(before)
  })

  test('a sheet that was there before is refused, and stays as it was', async () => {
    const bare = port.dressed('Notes')
    expect(await changing([{ do: 'dress', sheet: 'Notes', dress: board }])).toEqual({
      ...{ outcome: 'refused' },
      reason: 'The sheet Notes is not a new one: only a new sheet is dressed. Nothing was changed.',
    })
    expect(port.dressed('Notes')).toEqual(bare)
  })

  test('a failure after it takes all of it back', async () => {
    const before = (await host.overview()).sheets
    const edits: Edit[] = [
      ...adding,
      { do: 'dress', sheet: 'Board', dress: board },
      { do: 'name', name: '1 bad name!', area: at('Board!A1') },
    ]
    expect(await changing(edits)).toMatchObject({
      ...{ outcome: 'refused', reason: expect.stringMatching(/Nothing was changed\.$/) },
    })
    expect((await host.overview()).sheets).toEqual(before)
  })

  test('somebody’s note, or a chart of theirs, keeps the sheet', async () => {
    const done = await changed([...adding, { do: 'dress', sheet: 'Board', dress: board }])
    port.type('Board!F9', 'my note')
    expect(await undoing(done)).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('F9') })
    port.type('Board!F9', null)
    const fewer = done.undo.edits.map(edit =>
      edit.do === 'remove sheet' ? { ...edit, charts: (edit.charts ?? 0) - 1 } : edit,
    )
    expect(await undoing({ undo: { ...done.undo, edits: fewer } })).toMatchObject({ outcome: 'refused' })
    expect((await host.overview()).sheets.map(({ name }) => name)).toContain('Board')
  })

  test('every kind of chart, of rows too', async () => {
    const across = { labels: at('Board!B1:D1'), values: at('Board!B2:D2') }
    const kinds = ['line', 'column', 'stacked column', 'bar', 'scatter'] as const
    const charts = kinds.map((kind, place) => ({
      ...{
        kind,
        title: kind,
        over: at(`Board!F${1 + 10 * place}:J${9 + 10 * place}`),
        labels: across.labels,
      },
      series: [{ name: 'one', values: across.values, colour: '1F4E5F' }],
    }))
    await changed([...adding, { do: 'dress', sheet: 'Board', dress: { charts } }])
    expect(port.dressed('Board').charts).toMatchObject(
      kinds.map(kind => ({ kind, labels: 'Board!B1:D1', series: [{ values: 'Board!B2:D2' }] })),
    )
  })

  test('conditions are read by the locale', async () => {
    port = await open(['Leads'], 'de-DE')
    host = port.editor()
    await changed([...adding, { do: 'dress', sheet: 'Board', dress: board }])
    const [{ formula = '' } = {}] = port.dressed('Board').conditions
    expect(['=AND($B2>1.5,$C2<9)', '=AND($B2>1,5;$C2<9)']).toContain(formula)
  })
}
