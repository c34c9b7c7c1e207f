import JSZip from 'jszip'
import type { WorkbookCells } from '../../command-line/file-host'
import { writeTemplate } from '../../command-line/template/xlsx'
import { readXlsxFile } from '../../command-line/xlsx-file'
import { type Cell, isCellError } from '../../shared/values'
import { type Area, parseAddress } from '../../shared/workbook/area'
import { ownCalls } from '../../shared/workbook/formulas/own-calls'
import { readFormula } from '../../shared/workbook/formulas/read-formula'
import type { Content, Edit } from '../../shared/workbook/steps'
import { libreOffice, openedFile, recalculatedFile } from '../support/libreoffice'
import { formulasOf, made, names, templateNamed } from './made'

const written = new Map<string, Promise<Uint8Array>>()

function file(name: string): Promise<Uint8Array> {
  const found = written.get(name) ?? writeTemplate(templateNamed(name), made(name))
  written.set(name, found)
  return found
}

function cellIn(
  { sheets }: WorkbookCells,
  address: string,
): { readonly value: Cell; readonly formula: string } {
  const { sheet, top, left } = parseAddress(address, '') as Area
  const cells = sheets.get(sheet)
  return {
    value: cells?.values[top]?.[left] ?? null,
    formula: cells?.formulas.get(`${top},${left}`) ?? '',
  }
}

describe.each(names)('%s as an xlsx file', name => {
  test('is read again with its sheets, names, formulas and their values', async () => {
    const book = await readXlsxFile(`${name}.xlsx`, await file(name))
    const { edits, values } = made(name)
    expect([...book.sheets.keys()]).toEqual(
      edits.flatMap(edit => (edit.do === 'add sheet' ? [edit.sheet] : [])),
    )
    expect(book.names).toEqual(
      Object.fromEntries(edits.flatMap(edit => (edit.do === 'name' ? [[edit.name, edit.area]] : []))),
    )
    const astray = formulasOf(made(name)).filter(([address, formula]) => {
      const found = cellIn(book, address)
      const { sheet, top, left } = parseAddress(address, '') as Area
      const shown = values.get(sheet)?.[top]?.[left] ?? null
      return found.formula !== formula || codeOf(found.value) !== codeOf(shown)
    })
    expect(astray).toEqual([])
  })

  test('holds its charts, colours, lists, guards and pages', async () => {
    const zip = await JSZip.loadAsync(await file(name))
    const parts = async (pattern: RegExp) => Promise.all(zip.file(pattern).map(part => part.async('string')))
    const sheets = await parts(/^xl\/worksheets\/sheet\d+\.xml$/)
    const charts = await parts(/^xl\/charts\/chart\d+\.xml$/)
    const dresses = made(name).edits.flatMap(edit => (edit.do === 'dress' ? [edit.dress] : []))
    const count = (pattern: RegExp) => sheets.join('').match(pattern)?.length ?? 0
    const all = <Item>(read: (dress: (typeof dresses)[number]) => readonly Item[] | undefined) =>
      dresses.flatMap(dress => read(dress) ?? []).length
    expect(charts).toHaveLength(all(({ charts: own }) => own))
    // Every chart brings the values that it draws, and points at cells.
    for (const chart of charts) expect(chart).toMatch(/<c:numCache>.*<c:pt idx="0"><c:v>-?\d/s)
    expect(count(/<cfRule /g)).toBe(all(({ conditions }) => conditions))
    expect(count(/<dataValidation /g)).toBe(all(({ choices }) => choices))
    expect(count(/<sheetProtection /g)).toBe(dresses.filter(({ guarded }) => guarded?.length).length)
    expect(count(/<pageSetup /g)).toBe(dresses.filter(({ print }) => print).length)
    expect(count(/<f[ >]/g)).toBe(formulasOf(made(name)).length)
  })
})

/** A value to compare by: an error by its code. */
const codeOf = (cell: Cell): Cell => (isCellError(cell) ? cell.error : cell === '' ? null : cell)

describe('recalculated by LibreOffice', () => {
  const computes = libreOffice ? test : test.skip

  computes(
    'opened as it is, shows numbers and texts of ours though it cannot compute them',
    async () => {
      const book = await readXlsxFile('opened.xlsx', openedFile(await file('executive')))
      const { spills, values, ...workbook } = made('executive')
      // Of arrays and of TRUE and FALSE, LibreOffice takes no last value from any program.
      const kept = formulasOf(workbook).flatMap(([address]) => {
        const { sheet, top, left } = parseAddress(address, '') as Area
        const said = values.get(sheet)?.[top]?.[left] ?? null
        return typeof said === 'boolean' || spills.has(address) ? [] : [{ address, said }]
      })
      expect(kept.length).toBeGreaterThan(100)
      expect(kept.filter(({ address, said }) => !isSame(cellIn(book, address).value, said))).toEqual([])
    },
    240_000,
  )

  computes.each(names)(
    '%s gives what the file says, wherever built-in functions are all that a formula calls',
    async name => {
      const workbook = made(name)
      const edits = workbook.edits.map((edit): Edit => (edit.do === 'write' ? withValues(edit, name) : edit))
      const bytes = await writeTemplate(templateNamed(name), { ...workbook, edits, spills: new Map() })
      const book = await readXlsxFile('recalculated.xlsx', recalculatedFile(bytes))
      const native = formulasOf({ edits })
      const astray = native.flatMap(([address, formula]) => {
        const { sheet, top, left } = parseAddress(address, '') as Area
        const [found, said] = [cellIn(book, address).value, workbook.values.get(sheet)?.[top]?.[left] ?? null]
        return isSame(found, said) ? [] : [[address, formula, found, said]]
      })
      expect(astray).toEqual([])
      expect(native.length).toBeGreaterThan(3)
    },
    240_000,
  )
})

/** What only Plumbline computes as its value, so that LibreOffice has the rest to compute. */
function withValues(edit: Extract<Edit, { do: 'write' }>, name: string): Edit {
  const { sheet, top, left } = edit.area
  const cells = edit.cells.map((row, down) =>
    row.map((content, across): Content => {
      if (typeof content !== 'object' || content === null) return content
      const isOurs =
        ownCalls(readFormula(content.formula)).length > 0 || content.formula.includes('PLUMBLINE_')
      const value = made(name).values.get(sheet)?.[top + down]?.[left + across] ?? null
      return isOurs ? (isCellError(value) ? value.error : value) : content
    }),
  )
  return { ...edit, cells }
}

function isSame(found: Cell, said: Cell): boolean {
  if (typeof found === 'number' && typeof said === 'number') {
    return Math.abs(found - said) <= 1e-12 * Math.max(1, Math.abs(said))
  }
  return codeOf(found) === codeOf(said)
}
