import fc from 'fast-check'
import { helps } from '../../shared/help'
import type { Cell } from '../../shared/values'
import { type Area, addressText, parseAddress } from '../../shared/workbook/area'
import { checkSheet } from '../../shared/workbook/check/check-sheet'
import { flawsInCells } from '../../shared/workbook/check/flaws-in-cells'
import { mend } from '../../shared/workbook/check/mend'
import { rectanglesOf, shapesOf } from '../../shared/workbook/check/sheet-shapes'
import { definitionsPlace } from '../../shared/workbook/formulas/definitions-place'
import { readFormula } from '../../shared/workbook/formulas/read-formula'
import type { Finding, SheetChecked } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import type { Block } from '../../shared/workbook/steps'
import { undo } from '../../shared/workbook/undo'
import { stepsTaken } from '../support/steps-taken'
import type { FakeCell } from './fake-host'
import { formula as anyFormula } from './random-formulas'
import { type SampleWorkbook, sampleWorkbook } from './sample-workbook'

type Checking = typeof import('../../shared/workbook/check/flaws-in-cells')

const f = (formula: string, value: Cell = 1): FakeCell => ({ formula, value })

/** The sample workbook with a sheet more, its cells by address. */
function workbookWith(cells: Readonly<Record<string, FakeCell>>): SampleWorkbook {
  const workbook = sampleWorkbook()
  workbook.sheets.set('Board', { cells: [] })
  workbook.names.AS_OF = parseAddress('Metrics!B9', '')
  workbook.put('Metrics!B9', 46112)
  for (const [address, cell] of Object.entries(cells)) workbook.put(`Board!${address}`, cell)
  return workbook
}

const check = (workbook: SampleWorkbook, sheet = 'Board'): SheetChecked =>
  answerNow(checkSheet({ sheet }), workbook.host)

const short = ({ kind, area, mended }: Finding) => [kind, addressText(area).replace('Board!', ''), mended]

/** How Google Sheets saves a cell that an array filled. */
const spilled = '=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),1)'

/** Cells with what a check finds in them. */
const cases: Readonly<Record<string, readonly [Readonly<Record<string, FakeCell>>, ...unknown[][]]>> = {
  'METRIC without definitions': [
    { B2: f('=METRIC("WIN_RATE",A1,A2,"","","",DEALS)') },
    ['no definitions', 'B2', '=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,DEALS)'],
  ],
  'METRIC with a skipped argument': [
    { B2: f('=METRIC("WIN_RATE",A1,A2,"",,,DEALS)') },
    ['no definitions', 'B2', '=METRIC("WIN_RATE",A1,A2,"",,DEFINITIONS,DEALS)'],
  ],
  'a formula over tables without definitions, within another': [
    { B2: f('=ROUND(NET_LEADS_ISSUED(LEADS,A1,A2),1)') },
    ['no definitions', 'B2', '=ROUND(NET_LEADS_ISSUED(LEADS,A1,A2, DEFINITIONS),1)'],
  ],
  'a metric of numbers that goes by terms': [
    { B2: f('=PERIOD_START(A1,"quarter")') },
    ['no definitions', 'B2', '=PERIOD_START(A1,"quarter", DEFINITIONS)'],
  ],
  'a label without definitions': [
    { B2: f('=METRIC_LABEL("WIN_RATE","2026-Q1")') },
    ['no definitions', 'B2', '=METRIC_LABEL("WIN_RATE","2026-Q1", "", DEFINITIONS)'],
  ],
  'calls within calls, each without': [
    { B2: f('=DEFINITION("sla.response_hours",PERIOD_START(A1,"quarter"))') },
    [
      'no definitions',
      'B2',
      '=DEFINITION("sla.response_hours",PERIOD_START(A1,"quarter", DEFINITIONS), DEFINITIONS)',
    ],
  ],
  'a formula filled down': [
    { B2: f('=METRIC("WIN_RATE",A2,A3,"","","",DEALS)'), B3: f('=METRIC("WIN_RATE",A3,A4,"","","",DEALS)') },
    ['no definitions', 'B2:B3', '=METRIC("WIN_RATE",A2,A3,"","",DEFINITIONS,DEALS)'],
  ],
  'a formula filled across': [
    {
      B2: f('=METRIC("WIN_RATE",B$1,C$1,"","","",DEALS)'),
      C2: f('=METRIC("WIN_RATE",C$1,D$1,"","","",DEALS)'),
    },
    ['no definitions', 'B2:C2', '=METRIC("WIN_RATE",B$1,C$1,"","",DEFINITIONS,DEALS)'],
  ],
  'definitions that are given': [{ B2: f('=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,DEALS)') }],
  'a formula that takes none': [{ B2: f('=ROI(A1,A2)') }],
  'the name of one of ours in a text': [{ B2: f('="METRIC("&A1') }],

  'whole columns of a named table': [
    { B2: f('=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,Deals!A:N)') },
    ['whole column', 'B2', '=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,DEALS)'],
  ],
  'more columns than the table has': [
    { B2: f('=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,Deals!$A:$ZZ)') },
    ['whole column', 'B2', '=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,DEALS)'],
  ],
  'one whole column': [
    { B2: f('=AVERAGE_DEAL_SIZE(Deals!$G:$G,"mean")') },
    ['whole column', 'B2', '=AVERAGE_DEAL_SIZE(Deals!$G$1:$G$11,"mean")'],
  ],
  'an open end, as Google Sheets writes it': [
    { B2: f('=AVERAGE_DEAL_SIZE(Deals!G2:G,"mean")') },
    ['whole column', 'B2', '=AVERAGE_DEAL_SIZE(Deals!G$2:G$11,"mean")'],
  ],
  'whole columns in other functions': [{ B2: f('=SUM(Deals!G:G)') }],

  'TODAY as an argument': [
    { B2: f('=METRIC("WIN_RATE",A1,TODAY()-1,"",NOW(),DEFINITIONS,DEALS)') },
    ['volatile', 'B2', '=METRIC("WIN_RATE",A1,AS_OF-1,"",AS_OF,DEFINITIONS,DEALS)'],
  ],
  'RAND as an argument': [{ B2: f('=ROI(RAND(),1)') }, ['volatile', 'B2', undefined]],
  'OFFSET around a table': [{ B2: f('=ROI(SUM(OFFSET(A1,0,0,3)),1)') }, ['volatile', 'B2', undefined]],
  'TODAY beside one of ours': [{ B2: f('=IF(TODAY()>A1,ROI(2,1),0)') }],

  'a table cut short': [
    { B2: f('=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,Deals!A1:N8)') },
    ['outside the named table', 'B2', '=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,DEALS)'],
  ],
  'a column cut short': [
    { B2: f('=AVERAGE_DEAL_SIZE(Deals!G2:G8,"mean")') },
    ['outside the named table', 'B2', undefined],
  ],
  'a whole table by its address': [{ B2: f('=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,Deals!A1:N11)') }],
  'some rows in the middle': [{ B2: f('=AVERAGE_DEAL_SIZE(Deals!G4:G8,"mean")') }],

  'a number typed over a formula': [
    { B2: f('=A2*2'), B3: f('=A3*2'), B4: 17, B5: f('=A5*2') },
    ['typed over', 'B4', '=A4*2'],
  ],
  'a number typed over a row of formulas': [
    { B2: f('=B1/$A1'), C2: f('=C1/$A1'), D2: f('=D1/$A1'), E2: 0.5, F2: f('=F1/$A1') },
    ['typed over', 'E2', '=E1/$A1'],
  ],
  'two numbers typed over, one below the other': [
    { B2: f('=A2'), B3: f('=A3'), B4: 1, B5: 2, B6: f('=A6'), B7: f('=A7'), B8: f('=A8'), B9: f('=A9') },
    ['typed over', 'B4', '=A4'],
    ['typed over', 'B5', '=A5'],
  ],
  'a number in a column of numbers': [{ B2: 1, B3: 2, B4: f('=SUM(B2:B3)') }],
  'a total below': [{ B2: f('=A2*2'), B3: f('=A3*2'), B4: f('=A4*2'), B5: 17 }],
  'another formula between': [
    { B2: f('=A2*2'), B3: f('=A3*2'), B4: f('=A4*3'), B5: f('=A5*2'), B6: f('=A6*2') },
  ],
  'a text between': [{ B2: f('=A2*2'), B3: f('=A3*2'), B4: 'n/a', B5: f('=A5*2'), B6: f('=A6*2') }],
  'a gap between': [{ B2: f('=A2*2'), B3: f('=A3*2'), B5: 4, B7: f('=A7*2'), B8: f('=A8*2') }],
  'arrays that spill below each other': [
    { B2: f('=ROI(A2:A3,1)'), B3: 1, B4: f('=ROI(A4:A5,1)'), B5: 1, B6: f('=ROI(A6:A7,1)'), B7: 1 },
  ],

  'an error of ours': [{ B2: f('=ROI(A1,0)', { error: '#DIV/0!', reason: '' }) }, ['error', 'B2', undefined]],
  'an error of others': [{ B2: f('=1/0', { error: '#DIV/0!', reason: '' }) }, ['error', 'B2', undefined]],
  'errors in a row of cells below each other': [
    {
      B2: f('=1/A2', { error: '#DIV/0!', reason: '' }),
      B3: f('=1/A3', { error: '#DIV/0!', reason: '' }),
      B4: f('=1/A4', { error: '#REF!', reason: '' }),
    },
    ['error', 'B2:B3', undefined],
    ['error', 'B4', undefined],
  ],
  'errors that a spilled array spells out': [
    {
      B2: f('=ROI(A2:A3,0)', '#DIV/0! cost is 0: ROI needs a cost above 0'),
      B3: '#DIV/0! cost is 0: ROI needs a cost above 0',
      B4: '#DIV/0! is bad',
    },
    ['error', 'B2', undefined],
    ['error', 'B3', undefined],
  ],
  'an error that is meant': [{ B2: f('=IF(A1="",NA(),1)', { error: '#N/A', reason: '' }) }],
  'an error that was typed': [{ B2: { error: '#N/A', reason: '' } }],
  'stuck at #NAME?': [
    { B2: f('=ROI(2,1)', { error: '#NAME?', reason: '' }) },
    ['not recalculated', 'B2', '=ROI(2,1)'],
  ],
  'brought from Excel': [
    { B2: f('=PLUMB.ROI(_xldudf_PLUMB_ROI(2,1),1)', { error: '#NAME?', reason: '' }) },
    ['not recalculated', 'B2', '=ROI(ROI(2,1),1)'],
  ],
  'brought from Google Sheets in a file': [
    { B2: f('=IFERROR(__xludf.DUMMYFUNCTION("IF(A1>1,ROI(2,1),""none"")"),1)') },
    ['not recalculated', 'B2', '=IF(A1>1,ROI(2,1),"none")'],
  ],
  'brought in pieces, as long texts are': [
    { B2: f('=IFERROR(@__xludf.DUMMYFUNCTION("ROI(2"&",1"&")"),1)') },
    ['not recalculated', 'B2', '=ROI(2,1)'],
  ],
  'brought with an array that it filled, beside another': [
    {
      B2: f(`=IFERROR(__xludf.DUMMYFUNCTION("ROI(E2:F3,1)"),1)`),
      C2: f(spilled),
      B3: f(spilled),
      C3: f(spilled),
      B4: f('=IFERROR(__xludf.DUMMYFUNCTION("ROI(3,1)"),2)'),
      C4: 5,
    },
    ['not recalculated', 'B2:C3', '=ROI(E2:F3,1)'],
    ['not recalculated', 'B4', '=ROI(3,1)'],
  ],
  'a function of Google Sheets alone': [
    { B2: f('=IFERROR(__xludf.DUMMYFUNCTION("QUERY(A:C,""select A"")"),"x")'), B3: f(spilled) },
    ['not recalculated', 'B2:B3', undefined],
  ],
  'still loading': [{ B2: f('=ROI(2,1)', 'Loading...') }, ['not recalculated', 'B2', '=ROI(2,1)']],
  'a name that is not there': [
    { B2: f('=METRIC("WIN_RATE",A1,A2,"","",DEFINITIONS,DEELS)', { error: '#NAME?', reason: '' }) },
    ['error', 'B2', undefined],
  ],
  'a formula that we do not have': [
    { B2: f('=PLUMB.ROII(1,2)+ROI(2,1)', { error: '#NAME?', reason: '' }) },
    ['error', 'B2', undefined],
  ],

  'rates averaged over cells': [
    { B2: f('=ROI(3,4)'), B3: f('=ROI(1,4)'), B4: f('=AVERAGE(B2:B3)') },
    ['averaged rates', 'B4', undefined],
  ],
  'rates by METRIC, named in cells': [
    {
      A2: 'WIN_RATE',
      A3: 'COST_PER_LEAD',
      B2: f('=METRIC($A2,B$1,C$1,"","",DEFINITIONS,DEALS)'),
      B3: f('=METRIC($A3,B$1,C$1,"","",DEFINITIONS,LEADS,COSTS)'),
      C2: f('=METRIC($A2,C$1,D$1,"","",DEFINITIONS,DEALS)'),
      D2: f('=AVERAGE(B2:C2)'),
    },
    ['averaged rates', 'D2', undefined],
  ],
  'rates rounded before': [
    { B2: f('=ROUND(ROI(3,4),2)'), B3: f('=IFERROR(ROI(1,4),"")'), B4: f('=AVERAGE(B:B)') },
    ['averaged rates', 'B4', undefined],
  ],
  'rates averaged on the spot': [
    { B4: f('=AVERAGE(ROI(3,4),ROI(1,4))') },
    ['averaged rates', 'B4', undefined],
  ],
  'a spilled array of rates averaged': [
    { B4: f('=AVERAGE(METRIC("WIN_RATE",B1:C1,B2:C2,"","",DEFINITIONS,DEALS))') },
    ['averaged rates', 'B4', undefined],
  ],
  'a column that METRIC_BY fills, averaged': [
    {
      A2: f('=METRIC_BY("WIN_RATE","owner",A8,A9,"","",DEFINITIONS,DEALS)', 'Ana'),
      B2: 0.5,
      A3: 'Ben',
      B3: 0.25,
      C3: 4,
      B5: f('=AVERAGE(B2:B3)'),
    },
    ['averaged rates', 'B5', undefined],
  ],
  'a row that METRIC fills, averaged': [
    {
      B2: f('=METRIC("WIN_RATE",B8:C8,B9:C9,"","",DEFINITIONS,DEALS)'),
      C2: 0.25,
      D2: 0.5,
      E2: f('=AVERAGE(C2:D2)'),
    },
    ['averaged rates', 'E2', undefined],
  ],
  'how many rows METRIC_BY counts, averaged': [
    {
      A2: f('=METRIC_BY("WIN_RATE","owner",A8,A9,"","",DEFINITIONS,DEALS)', 'Ana'),
      B2: 0.5,
      C2: 3,
      A3: 'Ben',
      B3: 0.25,
      C3: 4,
      B5: f('=AVERAGE(C2:C3)'),
    },
  ],
  'counts averaged': [
    {
      B2: f('=METRIC("LEADS_CREATED",A1,A2,"","",DEFINITIONS,LEADS)'),
      B3: f('=METRIC("LEADS_CREATED",A2,A3,"","",DEFINITIONS,LEADS)'),
      B4: f('=AVERAGE(B2:B3)'),
    },
  ],
  'plain numbers averaged': [{ B2: 0.5, B3: 0.25, B4: f('=AVERAGE(B2:B3)'), C2: f('=ROI(3,4)') }],
  'rates added': [{ B2: f('=ROI(3,4)'), B3: f('=ROI(1,4)'), B4: f('=MAX(B2:B3)') }],

  'value on revenue beside cost': [
    { B2: f('=CLV_SIMPLE(500,1,0.05)'), B3: f('=CAC(60000,2)'), B4: f('=CLV_CAC_RATIO(B2,B3)') },
    ['mixed bases', 'B4', undefined],
  ],
  'the same by hand': [
    { B2: f('=CLV("revenue",500,,0.05,,,,,DEFINITIONS)'), B3: f('=CAC(60000,2)'), B4: f('=ROUND(B2/B3,1)') },
    ['mixed bases', 'B4', undefined],
  ],
  'value of tables on margin': [
    {
      B2: f('=METRIC("CLV_HISTORIC",A1,A2,"","",DEFINITIONS,DEALS)'),
      B3: f('=METRIC("CAC",A1,A2,"","",DEFINITIONS,DEALS,COSTS)'),
      B4: f('=CLV_CAC_RATIO(B2,B3)'),
    },
  ],
  'value on margin beside cost': [
    {
      B2: f('=CLV_SIMPLE(500,0.8,0.05)'),
      B3: f('=CAC(60000,2)'),
      B4: f('=CLV_CAC_RATIO(B2,B3)'),
      B5: f('=B2/B3'),
    },
  ],
  'payback without a margin': [
    { B4: f('=CAC_PAYBACK_MONTHS(2000,500,100%)') },
    ['mixed bases', 'B4', undefined],
  ],
  'the cost of one against the revenue of all': [
    {
      B2: f('=CAC(60000,2)'),
      B3: f('=METRIC("NEW_MRR",A1,A2,"","",DEFINITIONS,DEALS)'),
      B4: f('=CAC_PAYBACK_MONTHS(B2,B3,0.8)'),
    },
    ['mixed bases', 'B4', undefined],
  ],
  'payback of one customer': [{ B2: f('=CAC(60000,2)'), B4: f('=CAC_PAYBACK_MONTHS(B2,500,0.8)') }],
  'ARR times four': [
    { B2: f('=ARR(100,DEFINITIONS)'), B4: f('=MAGIC_NUMBER(B2,900,150)') },
    ['mixed bases', 'B4', undefined],
  ],
  'ARR as what it is': [{ B2: f('=ARR(100,DEFINITIONS)'), B4: f('=MAGIC_NUMBER(B2,900,150,"arr")') }],
}

test.each(Object.entries(cases))('%s', (_, [cells, ...expected]) => {
  expect(check(workbookWith(cells)).findings.map(short)).toEqual(expected)
})

test('what may be mended holds nothing that is still wrong', () => {
  for (const [name, [cells, ...expected]] of Object.entries(cases)) {
    const mendable = expected.filter(([, , mended]) => mended !== undefined)
    if (mendable.length === 0) continue
    const workbook = workbookWith(cells)
    workbook.compute = () => 1
    const before = check(workbook)
    const done = answerNow(mend({ findings: before.findings }), workbook.host)
    if (done.outcome !== 'done') throw new Error(`${name}: ${JSON.stringify(done)}`)
    expect(done.mended).toBeGreaterThan(0)
    const left = check(workbook).findings.map(short)
    expect(left).toEqual(expected.filter(([, , mended]) => mended === undefined))
    workbook.compute = (_formula, area) =>
      before.findings.length && (cells[addressText(area).replace('Board!', '')] as { value: Cell })?.value
    expect(answerNow(undo({ undo: done.undo }), workbook.host).outcome).toBe('done')
    expect(check(workbook)).toEqual(before)
  }
})

describe('mending', () => {
  const cells = {
    A2: 5,
    B2: f('=METRIC("WIN_RATE",B$1,TODAY(),"","","",Deals!$A:$N)'),
    C2: f('=METRIC("WIN_RATE",C$1,TODAY(),"","","",Deals!$A:$N)'),
    B3: f('=METRIC("WIN_RATE",B$1,TODAY(),"","","",Deals!$A:$N)'),
  }

  test('does everything that is wrong with a cell, in every cell', () => {
    const workbook = workbookWith(cells)
    const { findings } = check(workbook)
    expect(findings.map(({ kind, area }) => [kind, addressText(area)])).toEqual([
      ['no definitions', 'Board!B2:B3'],
      ['no definitions', 'Board!C2'],
      ['volatile', 'Board!B2:B3'],
      ['volatile', 'Board!C2'],
      ['whole column', 'Board!B2:B3'],
      ['whole column', 'Board!C2'],
    ])
    expect(answerNow(mend({ findings }), workbook.host)).toMatchObject({ outcome: 'done', mended: 3 })
    const mended = (column: string) => `=METRIC("WIN_RATE",${column}$1,AS_OF,"","",DEFINITIONS,DEALS)`
    expect(['B2', 'C2', 'B3'].map(cell => workbook.formula(`Board!${cell}`))).toEqual(
      ['B', 'C', 'B'].map(mended),
    )
    expect(workbook.value('Board!A2')).toBe(5)
  })

  test('writes nothing where somebody changed the cell since', () => {
    const workbook = workbookWith(cells)
    const { findings } = check(workbook)
    workbook.put('Board!B2', f('=METRIC("WIN_RATE",B$1,B$2,"","",DEFINITIONS,DEALS)', 9))
    const done = answerNow(mend({ findings }), workbook.host)
    expect(done.outcome === 'conflict' && done.found.formulas[0]).toEqual([workbook.formula('Board!B2')])
    expect(workbook.applied).toEqual([])
  })

  test('writes nothing where somebody is quicker between the check and the change', () => {
    const workbook = workbookWith(cells)
    const { findings } = check(workbook)
    workbook.before = step => {
      if (step === 'lock') workbook.put('Board!B3', 3)
    }
    expect(answerNow(mend({ findings }), workbook.host).outcome).toBe('conflict')
    expect(workbook.applied).toEqual([])
  })

  test.each([
    ['another formula', { mended: '=HYPERLINK("https://x.invalid")' }],
    ['another cell', { area: { sheet: 'Board', top: 1, left: 0, bottom: 1, right: 0 } }],
    ['another sheet', { area: { sheet: 'Costs', top: 1, left: 0, bottom: 1, right: 0 } }],
    ['a sheet that is gone', { area: { sheet: 'Gone', top: 1, left: 0, bottom: 1, right: 0 } }],
    ['another kind', { kind: 'typed over' as const }],
  ])('writes nothing that the check would not: %s', (_, change) => {
    const workbook = workbookWith(cells)
    const [finding] = check(workbook).findings
    const done = answerNow(mend({ findings: [{ ...(finding as Finding), ...change }] }), workbook.host)
    expect(done.outcome).not.toBe('done')
    expect(workbook.applied).toEqual([])
  })

  test('of nothing that can be mended says so', () => {
    const workbook = workbookWith({ B2: f('=ROI(RAND(),1)') })
    expect(answerNow(mend({ findings: check(workbook).findings }), workbook.host).outcome).toBe('refused')
  })

  test('goes by the locale, and stores as everywhere', () => {
    const workbook = workbookWith({ B2: f('=METRIC("WIN_RATE",46023.5,A2,"","","",DEALS)') })
    workbook.locale = { language: 'de-DE', decimal: ',', separator: ';' }
    const { findings } = check(workbook)
    expect(findings[0]).toMatchObject({
      holds: '=METRIC("WIN_RATE";46023,5;A2;"";"";"";DEALS)',
      mended: '=METRIC("WIN_RATE";46023,5;A2;"";"";DEFINITIONS;DEALS)',
    })
    expect(answerNow(mend({ findings }), workbook.host).outcome).toBe('done')
    expect(workbook.formula('Board!B2')).toBe('=METRIC("WIN_RATE",46023.5,A2,"","",DEFINITIONS,DEALS)')
  })
})

test('in Excel formulas get its namespace, however they were written', () => {
  const workbook = workbookWith({
    B2: f('=ROI(2,1)', { error: '#NAME?', reason: '' }),
    B3: f('=_xldudf_PLUMB_ROI(2,1)', { error: '#NAME?', reason: '' }),
  })
  workbook.prefix = 'PLUMB.'
  expect(check(workbook).findings.map(({ mended }) => mended)).toEqual(['=PLUMB.ROI(2,1)', '=PLUMB.ROI(2,1)'])
})

test('an array from Google Sheets is entered anew, the cells that it fills are emptied for it, and back', () => {
  const formula = '=IFERROR(__xludf.DUMMYFUNCTION("ROI(E2:F3,1)"),1)'
  const cells = { B2: f(formula), C2: f(spilled), B3: f(spilled), C3: 7, D2: f('=E2*2') }
  const workbook = workbookWith(cells)
  workbook.prefix = 'PLUMB.'
  const mended = answerNow(mend({ findings: check(workbook).findings }), workbook.host)
  const shown = () => ['B2', 'C2', 'B3', 'D2'].map(address => workbook.formula(`Board!${address}`))
  expect(shown()).toEqual(['=PLUMB.ROI(E2:F3,1)', '', '', '=E2*2'])
  expect(workbook.value('Board!C2')).toBeNull()
  expect(workbook.value('Board!C3')).toBe(7)
  if (mended.outcome !== 'done') throw new Error(mended.outcome)
  expect(answerNow(undo({ undo: mended.undo }), workbook.host).outcome).toBe('done')
  expect(shown()).toEqual([formula, spilled, spilled, '=E2*2'])
})

test('an error of ours is told with its cause and its remedy', () => {
  const workbook = workbookWith({ B2: f('=IF(A1>1,0,ROI(ROI(3,1),0))', { error: '#DIV/0!', reason: '' }) })
  expect(check(workbook).findings).toMatchObject([
    {
      kind: 'error',
      detail: 'It shows #DIV/0!. Cost is 0: ROI needs a cost above 0.',
      remedy: 'ROI needs a cost above 0.',
    },
  ])
})

test('an argument is named there as it is typed', () => {
  const workbook = workbookWith({ B2: f('=COST_PER_NET_LEAD(5,0)', { error: '#DIV/0!', reason: '' }) })
  expect(check(workbook).findings[0]?.detail).toMatch(/^It shows #DIV\/0!\. net_leads is 0: /)
})

test('where the definitions count value as revenue, beside CAC it is told', () => {
  const workbook = workbookWith({
    B2: f('=METRIC("CLV_HISTORIC",A1,A2,"","",DEFINITIONS,DEALS)'),
    B3: f('=METRIC("CAC",A1,A2,"","",DEFINITIONS,DEALS,COSTS)'),
    B4: f('=B2/B3'),
  })
  expect(check(workbook).findings).toEqual([])
  workbook.put('Definitions!A2', 'margin.basis')
  workbook.put('Definitions!B2', 'revenue')
  expect(check(workbook).findings.map(short)).toEqual([['mixed bases', 'B4', undefined]])
})

test('AS_OF that is today by itself is found', () => {
  const workbook = workbookWith({})
  workbook.put('Metrics!B9', f('=TODAY()', 46200))
  expect(check(workbook, 'Metrics').findings).toMatchObject([
    { kind: 'volatile', remedy: expect.stringContaining('Type the day') },
  ])
})

test('without DEFINITIONS and AS_OF in the workbook nobody is told to use them', () => {
  const workbook = workbookWith({ B2: f('=METRIC("WIN_RATE",A1,TODAY(),"","","",DEALS)') })
  delete workbook.names.DEFINITIONS
  delete workbook.names.AS_OF
  expect(check(workbook).findings.map(short)).toEqual([['volatile', 'B2', undefined]])
})

test('which definitions are used, is told with how often and where first', () => {
  const workbook = workbookWith({
    B2: f('=METRIC("WIN_RATE",A2,A3,"","",DEFINITIONS,DEALS)'),
    B3: f('=METRIC("WIN_RATE",A3,A4,"","",DEFINITIONS,DEALS)'),
    B4: f('=METRIC("WIN_RATE",A1,A2,"","",Old!A1:I9,DEALS)'),
    B5: f('=METRIC("WIN_RATE",A1,A2,"","","",DEALS)'),
    B6: f('=ROI(2,1)'),
  })
  expect(
    check(workbook).used.map(({ definitions, first, count }) => [definitions, addressText(first), count]),
  ).toEqual([
    ['DEFINITIONS', 'Board!B2', 2],
    ['Old!A1:I9', 'Board!B4', 1],
    ['', 'Board!B5', 1],
  ])
})

test('an empty sheet has nothing wrong, and one that is gone is said to be', () => {
  expect(check(workbookWith({}))).toEqual({ findings: [], used: [] })
  expect(() => check(workbookWith({}), 'Nowhere')).toThrow('no sheet Nowhere')
})

test('the place of definitions is that of the help, for every formula', () => {
  for (const { name, parameters } of helps) {
    if (name === 'METRIC_EXPLAIN' || name === 'METRIC_PARTS') continue
    const place = parameters.findIndex(parameter => parameter.name === 'definitions')
    const call = readFormula(
      `=F(${parameters.map(({ kind }) => (kind === 'table' ? 'A1:B9' : '1')).join(',')})`,
    )
    const args = call.kind === 'call' ? call.args : []
    expect([name, definitionsPlace(name, args, ({ kind }) => kind === 'reference')]).toEqual([
      name,
      place < 0 ? undefined : place,
    ])
  }
})

test('rectangles cover every formula once, and hold one formula each', () => {
  const grid = fc.array(
    fc.array(fc.constantFrom('', '=A$1', '=B$1', '=$A1'), { minLength: 6, maxLength: 6 }),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(grid, formulas => {
      const area = { sheet: 'S', top: 3, left: 2, bottom: formulas.length + 2, right: 7 }
      const block: Block = { area, formulas, values: formulas }
      const shapes = shapesOf(block)
      const seen = new Map<string, number>()
      for (const found of rectanglesOf(shapes, area)) {
        const inside = new Set<number | undefined>()
        for (let row = found.top; row <= found.bottom; row++) {
          for (let column = found.left; column <= found.right; column++) {
            seen.set(`${row} ${column}`, (seen.get(`${row} ${column}`) ?? 0) + 1)
            inside.add(shapes.at[(row - 3) * 6 + column - 2])
          }
        }
        expect(inside.size).toBe(1)
        expect([...inside][0]).toBeGreaterThan(0)
      }
      expect([...seen.values()].every(times => times === 1)).toBe(true)
      expect(seen.size).toBe(formulas.flat().filter(formula => formula !== '').length)
    }),
  )
})

test('sheets of any formulas are looked through without harm', () => {
  const overview = sampleWorkbook().host.overview() as Parameters<typeof flawsInCells>[1]
  const cell = fc.oneof(anyFormula, fc.string(), fc.constant(''))
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      formulas => {
        const area = { sheet: 'Metrics', top: 0, left: 0, bottom: formulas.length - 1, right: 3 }
        const values = formulas.map(row =>
          row.map(formula => (formula === '' ? 3 : { error: '#NAME?', reason: '' })),
        )
        const { flaws } = flawsInCells({ area, formulas, values }, overview)
        for (const { mend, holds, area } of flaws) mend?.(holds, area.top, area.left)
      },
    ),
    { numRuns: 500 },
  )
})

test('200,000 cells are looked through in blocks, and twice as many take twice the steps', () => {
  const rows = 20_000
  const { workbook, block, overview } = longBoard(rows)
  const { flaws } = flawsInCells(block, overview)
  const kinds = new Set(flaws.map(({ kind }) => kind))
  expect([...kinds]).toEqual(['typed over', 'averaged rates', 'no definitions', 'whole column'])
  expect(flaws.filter(({ kind }) => kind === 'typed over')).toHaveLength(20)
  const steps = (rows: number): number =>
    stepsTaken(() => {
      const { flawsInCells } = require('../../shared/workbook/check/flaws-in-cells') as Checking
      const { block, overview } = longBoard(rows)
      return () => {
        flawsInCells(block, overview)
      }
    })
  expect(steps(4000)).toBeLessThan(2.1 * steps(2000))
  const read: number[] = []
  workbook.before = (step, given) => {
    if (step !== 'read') return
    for (const { sheet, top, bottom } of given as readonly Area[])
      if (sheet === 'Board') read.push(bottom - top + 1)
  }
  check(workbook)
  expect(read.reduce((sum, many) => sum + many, 0)).toBe(rows)
  expect(Math.max(...read) * 10).toBeLessThanOrEqual(20_000)
})

/** A sheet of ten columns and as many rows, with flaws in some. */
function longBoard(rows: number) {
  const line = (row: number): FakeCell[] => {
    const at = row + 1
    const own = `=METRIC("WIN_RATE",A${at},B${at},"","","",Deals!A:N)`
    const odd = row % 1000 === 500 ? 7 : f(`=A${at}*2+$B$1`)
    return [
      row,
      row + 1,
      odd,
      f(`=ROI(A${at},B${at})`),
      f(own),
      f(`=A${at}/B${at}`),
      f(`=AVERAGE(D$1:D${at})`),
    ].concat([...[f(`=IF(A${at}>B${at},"a","b")`, 'b'), f(`=${row}+A${at}`), 'text']])
  }
  const workbook = workbookWith({})
  workbook.sheets.set('Board', { cells: Array.from({ length: rows }, (_, row) => line(row)) })
  const area = { sheet: 'Board', top: 0, left: 0, bottom: rows - 1, right: 9 }
  const [block] = workbook.host.read([area]) as unknown as readonly [Block]
  const overview = workbook.host.overview() as Parameters<typeof flawsInCells>[1]
  return { workbook, block, overview }
}
