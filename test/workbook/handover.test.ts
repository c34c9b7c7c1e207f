import { readFileSync } from 'node:fs'
import type { Matrix } from '../../shared/values'
import { release } from '../../shared/workbook/handover/release'
import { definitions } from '../support/definitions'
import { serial } from '../support/tables'
import { ask, namedWorkbook, stateOf } from './asked-workbook'
import type { FakeCell, FakeWorkbook } from './fake-host'
import { area, changesOf, handedOver, lineOf, provenanceOf, verified } from './handed-over'

const formula = (text: string, value: FakeCell = null): FakeCell => ({ formula: text, value: value as null })

const roiOf = (returns: string, cost: string) =>
  `IF(${cost}=0,1/0,IF(${cost}<0,10^999,(${returns}-${cost})/${cost}))`

/** A board over the sample tables: numbers in columns B and C, and what `formulas` put into column E. */
function board(formulas: readonly string[], more: Readonly<Record<string, Matrix>> = {}): FakeWorkbook {
  const rows: FakeCell[][] = [
    ['From', serial('2026-01-01'), serial('2026-04-01')],
    ['To', serial('2026-03-31'), serial('2026-06-30')],
    ['Returns', 5000, 300, 7],
    ['Cost', 1000, 150, 0],
    ['Blank', null],
  ]
  for (const [row, text] of formulas.entries()) {
    rows[row] ??= []
    const line = rows[row] as FakeCell[]
    while (line.length < 4) line.push(null)
    line[4] = formula(text)
  }
  const workbook = namedWorkbook({
    Definitions: definitions({ 'win_rate.variant': 'all_closed' }),
    Board: rows as Matrix,
    ...more,
  })
  const { right, bottom } = { right: 8, bottom: 1 }
  workbook.names.DEFINITIONS = { sheet: 'Definitions', top: 0, left: 0, bottom, right }
  return workbook
}

describe('a formula of numbers', () => {
  test.each([
    ['=ROI(B3,B4)', `=${roiOf('B3', 'B4')}`],
    ['=IF(ROI(B3,B4)>1,"ok","no")', `=IF((${roiOf('B3', 'B4')})>1,"ok","no")`],
    ['=ROI(B3*2,(B4+1)*2)', `=${roiOf('(B3*2)', '((B4+1)*2)')}`],
    ['=ROI(SUM(B3:C3),B4)', `=${roiOf('SUM(B3:C3)', 'B4')}`],
    ['=ROI(VLOOKUP("x",A3:B4,2,FALSE),B4)', `=${roiOf('VLOOKUP("x",A3:B4,2,FALSE)', 'B4')}`],
    ['=ROI(MAX(0,ROI(B3,B4)),B4)', `=${roiOf(`MAX(0,(${roiOf('B3', 'B4')}))`, 'B4')}`],
    ['=ROI(B3,B4,B5)', `=${roiOf('B3', 'B4')}`],
    ['=ROI(B3,B5)', `=${roiOf('B3', 'B5')}`],
    ['=ROI(5000,1000)', '=(5000-1000)/1000'],
    ['=ROI_ANNUALISED(B3,B4,2.5)', expect.stringContaining('^(1/2.5)-1')],
  ])('%s is handed over as its native twin', (typed, twin) => {
    const workbook = board([typed])
    handedOver(workbook)
    expect(workbook.formula('Board!E1')).toEqual(twin)
    expect(lineOf(workbook, 'Board!E1').original).toBe(typed)
  })

  test('within another of ours it stands within the other’s twin', () => {
    const workbook = board(['=ROI_VS_HURDLE(ROI(B3,B4),0.1)'])
    handedOver(workbook)
    expect(workbook.formula('Board!E1')).toBe(`=(${roiOf('B3', 'B4')})-0.1`)
    expect(lineOf(workbook, 'Board!E1').value).toBe('3.9')
  })

  test('over ranges gives each cell of its result a twin of its own', () => {
    const workbook = board(['=ROI(B3:D3,B4:D4)'])
    workbook.put('Board!F1', 1)
    handedOver(workbook)
    expect(['E1', 'F1', 'G1'].map(cell => workbook.formula(`Board!${cell}`))).toEqual([
      `=${roiOf('B3', 'B4')}`,
      `=${roiOf('C3', 'C4')}`,
      `=${roiOf('D3', 'D4')}`,
    ])
    expect(lineOf(workbook, 'Board!G1')).toMatchObject({ from: 'Board!E1', original: '', value: '#DIV/0!' })
  })

  test('that Google Sheets saved as a text with its last value is handed over as it was', () => {
    const workbook = board(['=IFERROR(__xludf.DUMMYFUNCTION("ROI(B3:D3,B4:D4)"),4)'])
    for (const cell of ['F1', 'G1']) {
      workbook.put(`Board!${cell}`, formula('=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),1)', 1))
    }
    handedOver(workbook)
    expect(['E1', 'F1', 'G1'].map(cell => workbook.formula(`Board!${cell}`))).toEqual([
      `=${roiOf('B3', 'B4')}`,
      `=${roiOf('C3', 'C4')}`,
      `=${roiOf('D3', 'D4')}`,
    ])
    expect(lineOf(workbook, 'Board!E1').original).toBe('=ROI(B3:D3,B4:D4)')
  })

  test('of a day counts from its midnight, be there a time in its cell', () => {
    const workbook = board(['=ROI_ANNUALISED_DATES(B3,B4,B1,C5)'])
    workbook.put('Board!C5', serial('2028-06-30') + 0.75)
    handedOver(workbook)
    expect(workbook.formula('Board!E1')).toContain('INT(C5)')
    expect(workbook.formula('Board!E1')).not.toContain('INT(B1)')
  })

  test('that has no twin stands as the value that the core gives, with the reason', () => {
    const workbook = board(['=ROI_IRR(B3:C3,B1:C1)', '=METRIC_CLASS("ROI")'])
    const { native, values } = handedOver(workbook)
    expect(workbook.value('Board!E2')).toBe('lagging')
    expect(native).toBe(0)
    expect(values).toHaveLength(2)
    expect(lineOf(workbook, 'Board!E1').note).toMatch(/^a value, since /)
  })

  test('of which the spreadsheet computes many values stays, with what to do', () => {
    const workbook = board(['=ROI(SORT(B3:D3),B4)', '=ROI(B3,B4)'])
    const { kept, numbers } = handedOver(workbook)
    expect(workbook.formula('Board!E1')).toBe('=ROI(SORT(B3:D3),B4)')
    expect(kept).toEqual([{ cell: area('E1'), reason: expect.stringContaining('cell of its own') }])
    expect(numbers).toBe(1)
  })

  test('goes by the definitions as they govern now, written out', () => {
    const workbook = board(['=WIN_RATE(6,3,12,,DEFINITIONS)'])
    const expected = ask(workbook, 'evaluate', {
      name: 'WIN_RATE',
      args: ['6', '3', '12', '', 'DEFINITIONS'],
    })
    handedOver(workbook)
    const { value, version, definitions: rules } = lineOf(workbook, 'Board!E1')
    expect(expected).toMatchObject({ value: { number: Number(value) } })
    expect(version).toMatch(/^v1 [0-9a-f]{64}$/)
    expect(rules).toContain('(v1)')
    expect(workbook.formula('Board!E1')).not.toContain('DEFINITIONS')
  })
})

describe('a formula of tables', () => {
  const metric = '=METRIC({"WIN_RATE";"TOTAL_REVENUE"},B1:C1,B2:C2,"",AS_OF,DEFINITIONS,LEADS,DEALS,COSTS)'

  test('gets a twin for each metric and period, which names the cells of its period', () => {
    const workbook = board([metric])
    const { native, numbers } = handedOver(workbook)
    expect([native, numbers]).toEqual([4, 4])
    const [first, second] = ['E1', 'F2'].map(cell => workbook.formula(`Board!${cell}`))
    expect(first).toContain('Deals!$')
    expect(first).toContain('B1')
    expect(first).toContain('AS_OF')
    expect(second).toContain('C1')
    expect(second).not.toMatch(/METRIC|DEALS|DEFINITIONS/)
    expect(lineOf(workbook, 'Board!F2')).toMatchObject({
      ...{ metric: 'TOTAL_REVENUE', from: 'Board!E1', as_of: '2026-06-30' },
      inputs: expect.stringContaining('DEALS'),
    })
  })

  test('that lists groups gives their names as values and their numbers as twins', () => {
    const workbook = board(['=METRIC_BY("TOTAL_REVENUE","owner",B1,B2,"",AS_OF,DEFINITIONS,DEALS)'])
    handedOver(workbook)
    expect(workbook.value('Board!E1')).toBe('Ana')
    expect(workbook.formula('Board!E1')).toBe('')
    expect(workbook.formula('Board!F1')).toContain('SUMPRODUCT')
    expect(workbook.formula('Board!G1')).toBe('')
    expect(workbook.value('Board!G1')).toBe(Number(lineOf(workbook, 'Board!G1').value))
  })

  test('of its own stands with the cells of its period too', () => {
    const workbook = board(['=NET_LEADS_ISSUED(LEADS,B1,B2,DEFINITIONS)'])
    handedOver(workbook)
    expect(workbook.formula('Board!E1')).toContain('>=B1')
    expect(lineOf(workbook, 'Board!E1').as_of).toBe('latest recorded')
  })
})

describe('values only', () => {
  test('leaves no formula of ours, and formulas of the spreadsheet around them', () => {
    const workbook = board([
      '=ROI(B3,B4)',
      '=IF(ROI(B3,B4)>VLOOKUP("x",A3:B4,2),1,0)',
      '=ROI(B3,D4)',
      '=ROI(1,3)&SORT(A3)',
    ])
    const { native } = handedOver(workbook, 'values')
    expect(native).toBe(0)
    expect(workbook.value('Board!E1')).toBe(4)
    expect(workbook.formula('Board!E2')).toBe('=IF(4>VLOOKUP("x",A3:B4,2),1,0)')
    expect(workbook.formula('Board!E3')).toBe('=#DIV/0!')
    // To the 15 digits that programs keep of a number in a formula.
    expect(workbook.formula('Board!E4')).toBe('=-0.666666666666667&SORT(A3)')
    expect(lineOf(workbook, 'Board!E1').note).not.toContain('a value')
  })
})

describe('Provenance', () => {
  test('says by which release, when and by which definitions, and seals it', () => {
    const workbook = board(['=ROI(B3,B4)'])
    handedOver(workbook)
    const about = Object.fromEntries(
      provenanceOf(workbook).flatMap(one => (one.kind === 'about' ? [[one.metric, one.value]] : [])),
    )
    expect(about).toMatchObject({ plumbline: release, made: '2026-07-02 10:00', as_of: '46203' })
    expect(about.definitions).toMatch(/^v1 [0-9a-f]{64}$/)
    expect(verified(workbook).sealed).toBe(true)
    expect(workbook.names.PROVENANCE).toMatchObject({ sheet: 'Provenance', top: 0, left: 0 })
  })

  test('is of the release that the package says', () => {
    expect(release).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })

  test('says what a cell showed that was not recalculated', () => {
    const workbook = board(['=ROI(B3,B4)'])
    workbook.put('Board!E1', formula('=ROI(B3,B4)', 7))
    expect(handedOver(workbook).differing).toMatchObject({ count: 1, first: area('E1') })
    expect(lineOf(workbook, 'Board!E1')).toMatchObject({ value: '4', note: 'the cell showed 7' })
  })

  test('holds texts, whatever they begin with', () => {
    const workbook = board(['=ROI(B3,B4)'], { '=1+1': [[formula('=ROI(5,4)')]] as Matrix })
    workbook.names['=EVIL'] = undefined
    handedOver(workbook)
    const cells = workbook.sheets.get('Provenance')?.cells.flat() ?? []
    expect(cells.filter(cell => typeof cell === 'object' && cell !== null)).toEqual([])
    expect(lineOf(workbook, "'=1+1'!A1").original).toBe('=ROI(5,4)')
  })
})

describe('bringing back', () => {
  const formulas = [
    '=ROI(B3,B4)',
    '=IF(ROI(B3,B4)>1,"ok","no")',
    '=ROI(B3:D3,B4:D4)',
    '=METRIC({"WIN_RATE";"TOTAL_REVENUE"},B1:C1,B2:C2,"",AS_OF,DEFINITIONS,LEADS,DEALS,COSTS)',
  ]

  test.each(['formulas', 'values'] as const)('gives the identical workbook after %s', form => {
    const workbook = board(formulas)
    const before = stateOf(workbook)
    handedOver(workbook, form)
    expect(ask(workbook, 'bringBack', {})).toMatchObject({ outcome: 'done', restored: 4, left: [] })
    expect([...workbook.sheets.keys()]).not.toContain('Provenance')
    const emptied = stateOf(workbook)
    expect(emptied).toEqual(before)
  })

  test('writes the names of formulas as this host does', () => {
    const workbook = board(['=PLUMB.ROI(B3,B4)+PLUMB.ROI(1,PLUMB.ROI(9,3))'])
    workbook.prefix = 'PLUMB.'
    handedOver(workbook)
    expect(lineOf(workbook, 'Board!E1').original).toBe('=ROI(B3,B4)+ROI(1,ROI(9,3))')
    workbook.prefix = ''
    ask(workbook, 'bringBack', {})
    expect(workbook.formula('Board!E1')).toBe('=ROI(B3,B4)+ROI(1,ROI(9,3))')
  })

  test('leaves what somebody typed over, the whole of a result that fills several cells', () => {
    const workbook = board(formulas)
    handedOver(workbook)
    workbook.put('Board!E1', 9)
    workbook.put('Board!F3', 8)
    expect(ask(workbook, 'bringBack', {})).toMatchObject({ restored: 2, left: [area('E1'), area('E3')] })
    expect(workbook.value('Board!E1')).toBe(9)
    expect(workbook.formula('Board!E3')).toBe(`=${roiOf('B3', 'B4')}`)
  })

  test('is refused where the Provenance sheet was changed, and where there is none', () => {
    const workbook = board(formulas)
    expect(ask(workbook, 'bringBack', {})).toMatchObject({
      reason: expect.stringContaining('not handed over'),
    })
    handedOver(workbook)
    workbook.put('Provenance!F8', '=HYPERLINK("http://example.invalid")')
    expect(verified(workbook).sealed).toBe(false)
    expect(ask(workbook, 'bringBack', {})).toMatchObject({ reason: expect.stringContaining('was changed') })
  })
})

describe('undo', () => {
  test('gives the identical workbook, what was spilled over emptied for the formula', () => {
    const workbook = board(['=ROI(B3:D3,B4:D4)', '=ROI(B3,B4)'])
    const before = stateOf(workbook)
    workbook.put('Board!F1', 1)
    workbook.put('Board!G1', 1)
    const { undo } = handedOver(workbook)
    expect(ask(workbook, 'undo', { undo })).toMatchObject({ outcome: 'done' })
    expect(stateOf(workbook)).toEqual(before)
  })
})

describe('verify', () => {
  const metric = '=METRIC("WIN_RATE",B1,B2,"",AS_OF,DEFINITIONS,LEADS,DEALS,COSTS)'
  let workbook: FakeWorkbook
  beforeEach(() => {
    workbook = board(['=ROI(B3,B4)', metric, '=METRIC_CLASS("ROI")'])
    handedOver(workbook)
  })

  test('finds nothing where nothing was changed', () => {
    expect(changesOf(workbook)).toEqual({})
    expect(verified(workbook)).toMatchObject({ sealed: true, made: '2026-07-02 10:00' })
  })

  test('a formula that was typed over, with the same number or another', () => {
    workbook.put('Board!E1', 4)
    expect(changesOf(workbook)).toEqual({ 'Board!E1': ['formula typed over'] })
    workbook.put('Board!E1', 5)
    expect(changesOf(workbook)).toEqual({ 'Board!E1': ['formula typed over', 'number changed'] })
    workbook.put('Board!E3', formula('=1+1', 'lagging'))
    expect(changesOf(workbook)).toMatchObject({ 'Board!E3': ['formula typed over'] })
  })

  test('a value that was typed over', () => {
    workbook.put('Board!E3', 'leading')
    expect(changesOf(workbook)).toEqual({ 'Board!E3': ['number changed'] })
  })

  test('a cell and a range that numbers are computed from, by their names', () => {
    workbook.put('Board!B3', 6000)
    workbook.put('Deals!D2', 'Closed Lost')
    const { numbers } = verified(workbook)
    expect(numbers.map(({ inputs }) => inputs)).toEqual([['Board!B3'], ['DEALS'], []])
    expect(numbers[0]).toMatchObject({
      changes: ['inputs changed', 'number changed'],
      recomputed: { number: 5 },
    })
  })

  test('an input of the last digits only is none, since some programs save 15', () => {
    workbook.put('Board!B3', 5000.000000000001)
    expect(changesOf(workbook)).toEqual({})
  })

  test('what programs change by themselves is none: digits in formulas, truths as formulas', () => {
    workbook = board(['=METRIC_CHANGE(B3,ROI(16,17))', '=IS_LOCKED("2026-Q1","")'])
    handedOver(workbook)
    const twin = workbook.formula('Board!E1')
    workbook.put('Board!E1', formula(`${twin.replace(/TRUE/g, 'TRUE()')} `, workbook.value('Board!E1')))
    workbook.put('Board!E2', formula('=FALSE()', workbook.value('Board!E2')))
    expect(workbook.value('Board!E2')).toBe(false)
    expect(changesOf(workbook)).toEqual({})
    expect(ask(workbook, 'bringBack', {})).toMatchObject({ restored: 2, left: [] })
  })

  test('the definitions, even where the number stays', () => {
    workbook.put('Definitions!B2', 'won_over_decided')
    expect(changesOf(workbook)).toMatchObject({ 'Board!E2': expect.arrayContaining(['definitions changed']) })
    expect(changesOf(workbook)).not.toHaveProperty('Board!E1')
  })

  test('an error that has become another, or a number', () => {
    workbook = board(['=ROI(B3,D4)'])
    handedOver(workbook)
    expect(changesOf(workbook)).toEqual({})
    const twin = workbook.formula('Board!E1')
    workbook.put('Board!E1', formula(twin, { error: '#REF!', reason: '' }))
    expect(changesOf(workbook)).toEqual({ 'Board!E1': ['number changed'] })
    workbook.put('Board!E1', formula(twin, 0))
    expect(changesOf(workbook)).toEqual({ 'Board!E1': ['number changed'] })
  })

  test('a sheet that is gone', () => {
    workbook.sheets.delete('Board')
    expect(changesOf(workbook)).toMatchObject({
      'Board!E1': ['formula typed over', 'inputs changed', 'number changed'],
    })
  })
})

describe('refused or interrupted', () => {
  test('a workbook without formulas of ours, and one that was handed over already', () => {
    const workbook = board([])
    expect(ask(workbook, 'handOver', { form: 'formulas' })).toMatchObject({
      reason: expect.stringContaining('no formula of Plumbline'),
    })
    workbook.put('Board!E1', formula('=ROI(B3,B4)'))
    handedOver(workbook)
    expect(ask(workbook, 'handOverPlan', { form: 'formulas' })).toMatchObject({
      reason: expect.stringContaining('handed over already'),
    })
  })

  test('a formula that somebody changes meanwhile is a conflict, and nothing is written', () => {
    const workbook = board(['=ROI(B3,B4)'])
    workbook.before = step => {
      if (step === 'lock') workbook.put('Board!E1', formula('=ROI(1,B4)'))
    }
    expect(ask(workbook, 'handOver', { form: 'formulas' })).toMatchObject({ outcome: 'conflict' })
    expect(workbook.sheets.has('Provenance')).toBe(false)
  })

  test('a host that fails half way is put back', () => {
    const workbook = board(['=ROI(B3:D3,B4:D4)', '=ROI(B3,B4)'])
    const before = stateOf(workbook)
    let edits = 0
    workbook.beforeEdit = edit => {
      if (edit.do === 'name' && edits++ === 0) throw new Error('The network is gone')
    }
    expect(ask(workbook, 'handOver', { form: 'formulas' })).toMatchObject({
      ...{ outcome: 'refused', reason: expect.stringContaining('Nothing was changed') },
    })
    expect(stateOf(workbook)).toEqual(before)
  })

  test('a twin that the spreadsheet computes otherwise becomes a value', () => {
    const workbook = board(['=ROI(B3,B4)', '=ROI(9,3)'])
    workbook.compute = text => (text.includes('B4') ? 3.5 : 2)
    const done = ask(workbook, 'handOver', { form: 'formulas' })
    expect(done).toMatchObject({ outcome: 'done', native: 1 })
    expect(workbook.value('Board!E1')).toBe(4)
    expect(lineOf(workbook, 'Board!E1').note).toContain('computes its native formula otherwise')
  })
})
