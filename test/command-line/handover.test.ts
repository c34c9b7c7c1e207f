import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import JSZip from 'jszip'
import { readXlsxFile } from '../../command-line/xlsx-file'
import { isOnTables } from '../../shared/metrics/by-name'
import { metrics } from '../../shared/metrics/index'
import { isCellError, type Matrix } from '../../shared/values'
import { columnLetters, parseAddress } from '../../shared/workbook/area'
import { type Line, lineOfCells } from '../../shared/workbook/handover/line'
import { valueOfText } from '../../shared/workbook/handover/literal'
import { costs, deals, leads } from '../support/asking'
import { definitions } from '../support/definitions'
import { libreOffice, recalculatedFile } from '../support/libreoffice'
import { referenceFile } from '../support/reference'
import { coreMatrix, readTable, serial } from '../support/tables'
import { folder, shell } from './run'
import { xlsx } from './workbooks'

const file = folder()
type Rows = Parameters<typeof xlsx>[0][string]
const formula = (text: string) => ({ formula: text, value: 0 })

const board = () =>
  xlsx({
    Board: [
      ['Return', 5000],
      ['Cost', 1000],
      ['ROI', { formula: 'PLUMB.ROI(B1,B2)', value: 4 }],
      ['No cost', { formula: '_xldudf_PLUMB_ROI(B1,B9)', value: '#DIV/0!' }],
      ['If', { formula: 'IF(PLUMB.ROI(B1,B2)>1,"ok","no")', value: 'ok' }],
      ['Class', { formula: 'PLUMB.METRIC_CLASS("ROI")', value: 'lagging' }],
    ],
  })

/** Tables under their names, and other sheets. */
function workbook(tables: Readonly<Record<string, Matrix>>, sheets: Readonly<Record<string, Rows>>) {
  const names = Object.entries(tables).map(([name, rows]) => {
    const last = `${columnLetters((rows[0]?.length ?? 1) - 1)}$${rows.length}`
    return [name.toUpperCase(), `${name}!$A$1:$${last}`] as const
  })
  return xlsx({ ...(tables as Readonly<Record<string, Rows>>), ...sheets }, Object.fromEntries(names))
}

/** The same zip with one part written otherwise. */
async function withPart(
  bytes: Uint8Array,
  path: string,
  change: (text: string) => string,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  zip.file(path, change((await zip.file(path)?.async('string')) ?? ''))
  return zip.generateAsync({ type: 'uint8array' })
}

async function partsOf(path: string): Promise<Readonly<Record<string, string>>> {
  const zip = await JSZip.loadAsync(readFileSync(path))
  const files = Object.values(zip.files).filter(({ dir }) => !dir)
  return Object.fromEntries(
    await Promise.all(files.map(async one => [one.name, await one.async('string')] as const)),
  )
}

/** What a file shows and says of its numbers: the cell's value now, and what it was when it was handed over. */
async function numbersIn(path: string) {
  const { sheets } = await readXlsxFile(path, readFileSync(path))
  const lines = (sheets.get('Provenance')?.values ?? []).slice(1).map(row => lineOfCells(row))
  return lines.flatMap((one: Line) => {
    const area = one.kind === 'number' ? parseAddress(one.cell, '') : undefined
    if (!area) return []
    const shown = sheets.get(area.sheet)?.values[area.top]?.[area.left] ?? null
    return [
      {
        cell: one.cell,
        metric: one.metric,
        shown,
        was: valueOfText(one.value),
        isNative: one.handed_over !== '',
      },
    ]
  })
}

/** Those numbers that differ in more than the twelfth digit, or in their error. */
async function differing(path: string) {
  return (await numbersIn(path)).filter(({ shown, was }) => {
    if (typeof shown === 'number' && typeof was === 'number') {
      return Math.abs(shown - was) > 1e-12 * Math.max(1, Math.abs(was))
    }
    return isCellError(shown) && isCellError(was) ? shown.error !== was.error : (shown ?? '') !== (was ?? '')
  })
}

describe('handover', () => {
  test('writes a copy and leaves the original as it is', async () => {
    const [book, copy] = [file('board.xlsx', await board()), file('copy.xlsx')]
    const before = readFileSync(book)
    const { exit, out } = await shell('handover', book, '-o', copy)
    expect({ exit, out: out.replace(copy, 'copy.xlsx') }).toEqual({
      exit: 0,
      out: `copy.xlsx: 4 numbers handed over, 3 as formulas of built-in functions.
  1 number by value, such as Board!B6: METRIC_CLASS gives no single number of a metric here
`,
    })
    expect(readFileSync(book).equals(before)).toBe(true)
    const { sheets } = await readXlsxFile(copy, readFileSync(copy))
    expect([...(sheets.get('Board')?.formulas ?? [])]).toEqual([
      ['2,1', '=IF(B2=0,1/0,IF(B2<0,10^999,(B1-B2)/B2))'],
      ['3,1', '=IF(B9=0,1/0,IF(B9<0,10^999,(B1-B9)/B9))'],
      ['4,1', '=IF((IF(B2=0,1/0,IF(B2<0,10^999,(B1-B2)/B2)))>1,"ok","no")'],
    ])
    expect(sheets.get('Board')?.values.map(row => row[1])).toEqual([
      ...[5000, 1000, 4, { error: '#DIV/0!', reason: '' }, 'ok', 'lagging'],
    ])
  })

  test('lists every number as CSV and JSON', async () => {
    const book = file('board.xlsx', await board())
    const { out } = await shell('handover', book, '-o', file('copy.xlsx'), '--as', 'csv', '--values-only')
    expect(out.split('\n')[0]).toBe('at,metric,value,formula,by_value')
    expect(out).toContain('Board!B3,ROI,4,,')
    const json = JSON.parse((await shell('handover', book, '-o', file('copy.xlsx'), '--as', 'json')).out)
    expect(json[0]).toMatchObject({ at: 'Board!B3', metric: 'ROI', value: 4 })
  })

  test('is refused where the original would be written over, or nothing is to hand over', async () => {
    const book = file('board.xlsx', await board())
    expect(await shell('handover', book, '-o', book)).toMatchObject({
      exit: 2,
      error: expect.stringContaining('would be written over'),
    })
    const plain = file('plain.xlsx', await xlsx({ Sheet: [['Cost', 1000]] }))
    expect((await shell('handover', plain, '-o', file('none.xlsx'))).error).toContain(
      'no formula of Plumbline',
    )
    expect(existsSync(file('none.xlsx'))).toBe(false)
  })

  test('what cannot be written leaves the copy that was there, and no half of one', async () => {
    const book = file('board.xlsx', await board())
    const broken = await withPart(await board(), 'xl/workbook.xml', text =>
      text.replace(/r:id="[^"]*"/, 'r:id="none"'),
    )
    const copy = file('kept.xlsx', 'what was there')
    expect((await shell('handover', file('broken.xlsx', broken), '-o', copy)).exit).toBe(2)
    expect(readFileSync(copy, 'utf8')).toBe('what was there')
    expect((await shell('handover', book, '-o', file('no folder/copy.xlsx'))).exit).toBe(2)
  })
})

describe('bringing back', () => {
  test('gives the formulas that were there', async () => {
    const [book, copy, back] = [file('board.xlsx', await board()), file('copy.xlsx'), file('back.xlsx')]
    await shell('handover', book, '-o', copy)
    expect(await shell('handover', copy, '--bring-back', '-o', back)).toMatchObject({
      out: '4 formulas are back.\n',
    })
    const [before, after] = await Promise.all(
      [book, back].map(path => readXlsxFile(path, readFileSync(path))),
    )
    expect(after?.sheets.get('Board')).toEqual(before?.sheets.get('Board'))
    expect([...(after?.sheets.keys() ?? [])]).toEqual(['Board'])
    expect(after?.names).toEqual(before?.names)
  })
})

describe('verify', () => {
  test('says that all is well, and compares with the original', async () => {
    const [book, copy] = [file('board.xlsx', await board()), file('copy.xlsx')]
    await shell('handover', book, '-o', copy)
    expect(await shell('verify', copy, '--against', book)).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^All 4 numbers are what they were when they were handed over on 20/),
    })
  })

  test('tells what was changed in the copy, or in the original', async () => {
    const [book, copy] = [file('board.xlsx', await board()), file('copy.xlsx')]
    await shell('handover', book, '-o', copy)
    const cell = /<c r="B1"[^>]*><v>5000<\/v><\/c>/
    const tampered = await withPart(readFileSync(copy), 'xl/worksheets/sheet1.xml', text =>
      text.replace(cell, '<c r="B1"><v>6000</v></c>').replace(/<c r="B6".*?<\/c>/, '<c r="B6"><v>9</v></c>'),
    )
    const path = file('tampered.xlsx', tampered)
    const { exit, out } = await shell('verify', path, '--as', 'json')
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      provenance: 'as it was written',
      changed: [
        {
          at: 'Board!B3',
          changes: ['inputs changed', 'number changed'],
          inputs: ['Board!B1'],
          recomputed: { number: 5 },
        },
        { at: 'Board!B4', changes: ['inputs changed'] },
        { at: 'Board!B5', changes: ['inputs changed'] },
        { at: 'Board!B6', changes: ['number changed'], was: { text: 'lagging' }, is: { number: 9 } },
      ],
    })
    const changed = await withPart(await board(), 'xl/worksheets/sheet1.xml', text =>
      text.replace(cell, '<c r="B1"><v>7</v></c>'),
    )
    const { out: words } = await shell('verify', copy, '--against', file('changed.xlsx', changed))
    expect(words).toContain(`${file('changed.xlsx')} Board!B3 (ROI): inputs changed (Board!B1)`)
    expect((await shell('verify', copy, '--against', file('changed.xlsx'), '--as', 'csv')).out).toContain(
      'changed.xlsx,Board!B3,ROI',
    )
  })

  test('says that the Provenance sheet was changed', async () => {
    const [book, copy] = [file('board.xlsx', await board()), file('copy.xlsx')]
    await shell('handover', book, '-o', copy)
    const forged = await withPart(readFileSync(copy), 'xl/worksheets/provenance1.xml', text =>
      text.replace('>4<', '>5<'),
    )
    const { exit, out } = await shell('verify', file('forged.xlsx', forged))
    expect([exit, out]).toEqual([1, expect.stringContaining('The Provenance sheet was changed since')])
    expect((await shell('verify', book)).error).toContain('was not handed over by Plumbline')
  })
})

describe('the file', () => {
  const tables = { Leads: leads, Deals: deals, Costs: costs }

  test('keeps all its other parts byte for byte', async () => {
    const bytes = await withPart(
      await workbook(tables, { Board: [['ROI', formula('PLUMB.ROI(5,4)')]] }),
      'xl/worksheets/sheet4.xml',
      text =>
        text.replace(
          '</worksheet>',
          '<conditionalFormatting sqref="B1"><cfRule type="expression" priority="1"><formula>B1&gt;1</formula></cfRule></conditionalFormatting></worksheet>',
        ),
    )
    const zip = await JSZip.loadAsync(bytes)
    zip.file('xl/charts/chart1.xml', '<c:chart/>')
    zip.file('xl/calcChain.xml', '<calcChain/>')
    const relations = (await zip.file('xl/_rels/workbook.xml.rels')?.async('string')) ?? ''
    zip.file(
      'xl/_rels/workbook.xml.rels',
      relations.replace(
        '</Relationships>',
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      ),
    )
    const [book, copy] = [
      file('whole.xlsx', await zip.generateAsync({ type: 'uint8array' })),
      file('whole-copy.xlsx'),
    ]
    await shell('handover', book, '-o', copy)
    const [before, after] = [await partsOf(book), await partsOf(copy)]
    const changed = Object.keys({ ...before, ...after }).filter(name => before[name] !== after[name])
    expect(changed.sort()).toEqual([
      ...['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/calcChain.xml', 'xl/workbook.xml'],
      ...['xl/worksheets/provenance1.xml', 'xl/worksheets/sheet4.xml'],
    ])
    expect(after['xl/worksheets/sheet4.xml']).toContain('<formula>B1&gt;1</formula>')
    expect(after['xl/_rels/workbook.xml.rels']).not.toContain('calcChain')
    const { names } = await readXlsxFile(copy, readFileSync(copy))
    expect(Object.keys(names)).toEqual(['LEADS', 'DEALS', 'COSTS', 'PROVENANCE'])
    await shell('handover', copy, '--bring-back', '-o', file('whole-back.xlsx'))
    const back = await partsOf(file('whole-back.xlsx'))
    const left = Object.keys({ ...before, ...back }).filter(name => before[name] !== back[name])
    // The order of computation is gone, and a formula is written as Excel stores it.
    expect(left.sort()).toEqual([
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      'xl/worksheets/sheet4.xml',
    ])
  })

  test('may share formulas and fill several cells from one', async () => {
    const cells = `<row r="1"><c r="A1"><v>5000</v></c><c r="B1"><v>1000</v></c><c r="C1" s="0"><f t="shared" ref="C1:C3" si="0">_xldudf_PLUMB_ROI(A1,B1)</f><v>4</v></c><c r="D1" cm="1"><f t="array" ref="D1:D3">_xldudf_PLUMB_ROI(A1:A3,B1:B3)</f><v>4</v></c><c r="E1" cm="1"><f t="array" ref="E1:E3">_xldudf_PLUMB_ROI(A1:A3,B1:B3)*2</f><v>8</v></c></row>
<row r="2" spans="1:4"><c r="A2"><v>300</v></c><c r="B2"><v>150</v></c><c r="C2"><f t="shared" si="0"/><v>1</v></c><c r="D2"><v>1</v></c><c r="E2"><v>2</v></c></row>
<row r="3"><c r="A3"><v>7</v></c><c r="B3"><v>0</v></c><c r="C3" t="e"><f t="shared" si="0"/><v>#DIV/0!</v></c><c r="D3" t="e"><v>#DIV/0!</v></c><c r="E3" t="e"><v>#DIV/0!</v></c></row>`
    const sheetOf = (text: string) =>
      text.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${cells}</sheetData>`)
    const metadata =
      '<metadata><metadataTypes count="2"><metadataType name="XLRICHVALUE"/><metadataType name="XLDAPR"/></metadataTypes><cellMetadata count="1"><bk><rc t="2" v="0"/></bk></cellMetadata></metadata>'
    const plain = await withPart(await xlsx({ Sheet: [[1]] }), 'xl/worksheets/sheet1.xml', sheetOf)
    const bytes = await withPart(plain, 'xl/metadata.xml', () => metadata)
    const [book, copy, back] = [
      file('shared.xlsx', bytes),
      file('shared-copy.xlsx'),
      file('shared-back.xlsx'),
    ]
    const { out } = await shell('handover', book, '-o', copy)
    expect(out).toContain('7 numbers handed over, 6 as formulas')
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await partsOf(copy)
    const twin = (row: number) => `IF(B${row}=0,1/0,IF(B${row}&lt;0,10^999,(A${row}-B${row})/B${row}))`
    for (const row of [1, 2, 3]) {
      expect(sheet).toMatch(new RegExp(`<c r="D${row}"[^>]*><f>`))
      expect(sheet).toContain(`<f>${twin(row)}</f>`)
    }
    expect(sheet).toContain('<c r="E1" cm="1"><f t="array" ref="E1:E3">{4;1;#DIV/0!}*2</f><v>8</v></c>')
    expect((await shell('verify', copy)).exit).toBe(0)
    await shell('handover', copy, '--bring-back', '-o', back)
    const [before, after] = await Promise.all(
      [book, back].map(path => readXlsxFile(path, readFileSync(path))),
    )
    expect(after?.sheets.get('Sheet')?.formulas).toEqual(before?.sheets.get('Sheet')?.formulas)
    expect((await partsOf(back))['xl/worksheets/sheet1.xml']).toContain(
      '<c r="D1" cm="1"><f t="array" ref="D1:D3">_xldudf_PLUMB_ROI(A1:A3,B1:B3)</f>',
    )
  })

  test('may hold texts that look like formulas or markup, in its cells and in the names of its sheets', async () => {
    const texts = ['=1+1', '@SUM(1)', '<c r="A1"><v>1</v></c>', '</sheetData>', ']]>', '&amp;', '$&']
    const sheet = "It's <b> & =x"
    const book = file(
      'hostile.xlsx',
      await xlsx({
        [sheet]: [
          ...texts.map(text => [text]),
          ['ROI', formula('PLUMB.ROI(5,4)'), formula('PLUMB.METRIC_CLASS(A1)')],
        ],
      }),
    )
    const copy = file('hostile-copy.xlsx')
    expect(await shell('handover', book, '-o', copy)).toMatchObject({
      exit: 0,
      error: `Reading ${book} …\nComputing its numbers …\nWriting ${copy}, and reading it back …\n`,
    })
    const { sheets } = await readXlsxFile(copy, readFileSync(copy))
    expect(
      sheets
        .get(sheet)
        ?.values.slice(0, texts.length)
        .map(row => row[0]),
    ).toEqual(texts)
    expect(sheets.get('Provenance')?.formulas.size).toBe(0)
    expect((await shell('verify', copy)).exit).toBe(0)
  })
})

describe('LibreOffice', () => {
  const everywhere = libreOffice ? test : test.skip

  async function computedAnew(book: string): Promise<string> {
    await shell('handover', book, '-o', file('by-us.xlsx'))
    const zip = await JSZip.loadAsync(readFileSync(file('by-us.xlsx')))
    for (const name of Object.keys(zip.files).filter(name => name.startsWith('xl/worksheets/sheet'))) {
      const text = (await zip.file(name)?.async('string')) ?? ''
      // So that no number is taken over from the file.
      zip.file(name, text.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1<v>999</v>'))
    }
    const path = file('by-libreoffice.xlsx')
    writeFileSync(path, recalculatedFile(await zip.generateAsync({ type: 'uint8array' })))
    return path
  }

  everywhere(
    'computes a scorecard over the samples to the same numbers',
    async () => {
      const tables = {
        Leads: leads,
        Deals: deals,
        Costs: costs,
        Definitions: definitions({ 'win_rate.variant': 'all_closed' }),
      }
      const names = metrics.filter(isOnTables).map(({ name }) => name)
      const rows = names.map((name, index): Rows[number] => [
        name,
        formula(`METRIC($A${index + 4},B$1:C$1,B$2:C$2,"",$B$3,DEFINITIONS,LEADS,DEALS,COSTS)`),
      ])
      const days: Rows = [
        ['From', serial('2026-01-01'), serial('2026-04-01')],
        ['To', serial('2026-03-31'), serial('2026-06-30')],
        ['As of', serial('2026-12-31')],
      ]
      const path = await computedAnew(
        file('samples.xlsx', await workbook(tables, { Board: [...days, ...rows] })),
      )
      const numbers = await numbersIn(path)
      expect(numbers.filter(({ isNative }) => isNative).length).toBeGreaterThan(60)
      expect(await differing(path)).toEqual([])
      const { out } = await shell('verify', path)
      expect(out).toMatch(/^All \d+ numbers are what they were/)
    },
    200_000,
  )

  everywhere(
    'computes every metric of numbers, as its examples call it, to the same numbers',
    async () => {
      const rows: Rows = metrics
        .filter(({ onTablesOnly }) => !onTablesOnly)
        .flatMap(metric =>
          metric.examples.map(({ given }) => ({ metric, given: given as Record<string, unknown> })),
        )
        .map(({ metric, given }, index) => {
          const cells: Rows[number][number][] = []
          const args = Object.entries(metric.parameters).map(([name]) => {
            const value = given[name]
            if (value === undefined) return ''
            const [first, list] = [cells.length, Array.isArray(value) ? value : [value]]
            const texts = list.map(one =>
              typeof one === 'string' && /^\d{4}-\d\d-\d\d/.test(one) ? serial(one) : one,
            )
            cells.push(...(texts as number[]))
            const at = (place: number) => `${columnLetters(place)}${index + 1}`
            return Array.isArray(value) ? `${at(first)}:${at(cells.length - 1)}` : at(first)
          })
          const call = `PLUMB.${metric.name}(${args.join(',').replace(/,+$/, '')})`
          return [...cells, ...Array(40 - cells.length).fill(null), formula(call)]
        })
      const path = await computedAnew(file('numbers.xlsx', await xlsx({ Numbers: rows })))
      const numbers = await numbersIn(path)
      expect(numbers.length).toBeGreaterThan(150)
      expect(numbers.filter(({ isNative }) => isNative).length).toBeGreaterThan(0.9 * numbers.length)
      expect(await differing(path)).toEqual([])
    },
    200_000,
  )

  everywhere.each(['executive', 'weekly'])(
    'computes the template %s to the same numbers, and all its formulas come back',
    async template => {
      const book = file(`${template}.xlsx`)
      expect((await shell('template', template, '-o', book)).exit).toBe(0)
      const path = await computedAnew(book)
      expect((await numbersIn(path)).filter(({ isNative }) => isNative).length).toBeGreaterThan(100)
      expect(await differing(path)).toEqual([])
      expect((await shell('verify', path)).out).toMatch(/^All \d+ numbers are what they were/)
      const back = file(`${template}-back.xlsx`)
      expect((await shell('handover', path, '--bring-back', '-o', back)).exit).toBe(0)
      const [before, after] = await Promise.all(
        [book, back].map(async one => (await readXlsxFile(one, readFileSync(one))).sheets),
      )
      const ours = (sheets: typeof before) =>
        [...(sheets ?? [])].flatMap(([name, { formulas }]) =>
          [...formulas]
            .filter(([, text]) => /METRIC|DEFINITIONS/.test(text))
            .map(([at, text]) => `${name} ${at} ${text}`),
        )
      expect(ours(after)).toEqual(ours(before))
    },
    200_000,
  )

  const pipeline = referenceFile('data', 'crm-opportunities', 'sales_pipeline.csv')
  const onReal = libreOffice && pipeline ? test : test.skip
  onReal(
    'computes a year of real opportunities to the same numbers (needs the reference)',
    async () => {
      const [header, ...all] = coreMatrix(readTable(pipeline as string))
      const names: Record<string, string> = {
        ...{ opportunity_id: 'deal_id', sales_agent: 'owner', deal_stage: 'stage' },
        ...{ engage_date: 'created_date', close_value: 'amount' },
      }
      const table: Matrix = [(header ?? []).map(name => names[String(name)] ?? name), ...all]
      const asked = [
        'WIN_RATE',
        'TOTAL_REVENUE',
        'AVERAGE_DEAL_SIZE',
        'OPPS_CREATED',
        'SALES_CYCLE_LENGTH',
        'WIN_LOSS_RATIO',
      ]
      const quarters = ['2017-01-01', '2017-04-01', '2017-07-01', '2017-10-01', '2018-01-01'].map(serial)
      const rows: Rows = [
        ['From', ...quarters.slice(0, 4)],
        ['To', ...quarters.slice(1).map(day => day - 1)],
        ...asked.map((name, index): Rows[number] => [
          name,
          formula(`METRIC($A${index + 3},B$1:E$1,B$2:E$2,"","","",DEALS)`),
        ]),
      ]
      const path = await computedAnew(file('real.xlsx', await workbook({ Deals: table }, { Board: rows })))
      const numbers = await numbersIn(path)
      expect(numbers.find(({ cell }) => cell === 'Board!B4')?.was).toBe(1_134_672)
      expect(numbers.filter(({ isNative }) => isNative).length).toBeGreaterThanOrEqual(16)
      expect(await differing(path)).toEqual([])
    },
    200_000,
  )
})
