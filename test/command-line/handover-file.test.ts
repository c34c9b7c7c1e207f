import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import fsPromises from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CellOfFile } from '../../playground/xlsx/edit-cell'
import { editSheet } from '../../playground/xlsx/edit-sheet'
import { parseAddress } from '../../shared/workbook/area'
import { shell } from './run'
import { xlsx } from './workbooks'

/** A sheet of these rows, with cells changed; its rows as they are then. */
function edited(rows: string, changes: Readonly<Record<string, CellOfFile>>, prefix = ''): string {
  const cells = new Map<number, Map<number, CellOfFile>>()
  for (const [address, cell] of Object.entries(changes)) {
    const { top = 0, left = 0 } = parseAddress(address, '') ?? {}
    cells.set(top, (cells.get(top) ?? new Map<number, CellOfFile>()).set(left, cell))
  }
  const [open, close] = [`<${prefix}sheetData>`, `</${prefix}sheetData>`]
  const whole = editSheet(`<before/>${open}${rows}${close}<after>A1</after>`, cells)
  expect(whole.startsWith(`<before/>${open}`)).toBe(true)
  expect(whole.endsWith(`${close}<after>A1</after>`)).toBe(true)
  return whole.slice(whole.indexOf(open) + open.length, whole.indexOf(close))
}

describe('a changed cell', () => {
  test.each<[string, CellOfFile, string]>([
    ['a number', { value: 0.1 }, '<c r="B1" s="3"><v>0.1</v></c>'],
    [
      'a text',
      { value: '=1 & <2>' },
      '<c r="B1" s="3" t="inlineStr"><is><t xml:space="preserve">=1 &amp; &lt;2&gt;</t></is></c>',
    ],
    ['a truth', { value: true }, '<c r="B1" s="3" t="b"><v>1</v></c>'],
    ['an error', { value: { error: '#N/A', reason: '' } }, '<c r="B1" s="3" t="e"><v>#N/A</v></c>'],
    ['nothing', { value: null }, '<c r="B1" s="3"></c>'],
    ['a formula', { formula: 'A1<2', value: 'x' }, '<c r="B1" s="3" t="str"><f>A1&lt;2</f><v>x</v></c>'],
    [
      'a formula that fills others',
      { formula: 'A1:A2', value: 1, fills: 'B1:B2' },
      '<c r="B1" s="3"><f t="array" ref="B1:B2">A1:A2</f><v>1</v></c>',
    ],
  ])('holds %s in its own style', (_, cell, written) => {
    const before = '<row r="1"><c r="A1"/><c r="B1" s="3" t="s" vm="1" cm="1"><v>7</v></c><c r="C1"/></row>'
    expect(edited(before, { B1: cell })).toBe(`<row r="1"><c r="A1"/>${written}<c r="C1"/></row>`)
  })
})

describe('a sheet', () => {
  test('gets cells and rows that it had not, in their places', () => {
    const rows = '<row r="2" spans="2:2" ht="20"><c r="B2"><v>1</v></c></row> <row r="4"/>'
    const one = { value: 9 }
    expect(edited(rows, { A1: one, A2: one, C2: one, B3: one, B4: one, A9: one, A8: { value: null } })).toBe(
      '<row r="1"><c r="A1"><v>9</v></c></row><row r="2" ht="20"><c r="A2"><v>9</v></c><c r="B2"><v>1</v></c><c r="C2"><v>9</v></c></row> <row r="3"><c r="B3"><v>9</v></c></row><row r="4"><c r="B4"><v>9</v></c></row><row r="8"></row><row r="9"><c r="A9"><v>9</v></c></row>',
    )
  })

  test('may leave out where its rows and cells are, and have names before its elements', () => {
    const rows = '<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c/></x:row>'
    expect(edited(rows, { B1: { value: 3 }, A2: { value: 4 } }, 'x:')).toBe(
      '<x:row><x:c><x:v>1</x:v></x:c><x:c r="B1"><x:v>3</x:v></x:c></x:row><x:row><x:c r="A2"><x:v>4</x:v></x:c></x:row>',
    )
  })

  test('writes out a formula that was shared with a changed cell, and no other', () => {
    const rows = `<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1&amp;"&lt;"</f></c><c r="C1"><f t="shared" ref="C1:C2" si="1">D1</f></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c><c r="C2"><f t="shared" si="1"/></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row>`
    expect(edited(rows, { A1: { value: 1 }, A2: { value: 2 } })).toBe(
      `<row r="1"><c r="A1"><v>1</v></c><c r="C1"><f t="shared" ref="C1:C2" si="1">D1</f></c></row><row r="2"><c r="A2"><v>2</v></c><c r="C2"><f t="shared" si="1"/></c></row><row r="3"><c r="A3"><f>B3&amp;&quot;&lt;&quot;</f><v>1</v></c></row>`,
    )
  })
})

describe('an interrupted write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-half-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('leaves the copy that was there, and nothing beside it', async () => {
    const [book, copy] = [join(folder, 'book.xlsx'), join(folder, 'copy.xlsx')]
    writeFileSync(book, await xlsx({ Board: [['ROI', { formula: 'PLUMB.ROI(5,4)', value: 0.25 }]] }))
    expect((await shell('handover', book, '-o', copy)).exit).toBe(0)
    const before = readdirSync(folder)
    const rename = jest.spyOn(fsPromises, 'rename').mockRejectedValue(new Error('the disk is gone'))
    const { exit } = await shell('handover', book, '-o', copy, '--values-only')
    rename.mockRestore()
    expect(exit).toBe(2)
    expect(readdirSync(folder)).toEqual(before)
    expect((await shell('verify', copy)).exit).toBe(0)
  })
})
