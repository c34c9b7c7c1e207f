import type { Area } from '../../shared/workbook/area'
import type { Edit, Overview } from '../../shared/workbook/steps'
import { names, templateNamed } from './made'

const area = (sheet: string, bottom: number, right: number): Area => ({
  sheet,
  top: 0,
  left: 0,
  bottom,
  right,
})

const empty: Overview = {
  ...{ sheets: [], names: {}, now: 46_203.4, prefix: '' },
  locale: { language: 'en-GB', decimal: '.', separator: ',' },
}

/** A workbook that was set up already. */
const own: Overview = {
  ...empty,
  names: {
    ...{
      LEADS: area('CRM export', 400, 20),
      DEALS: area('Opportunities', 300, 18),
      COSTS: area('Ledger', 90, 6),
    },
    ...{ AS_OF: area('Board', 0, 0), DEFINITIONS: area('Definitions', 120, 9) },
  },
}

const added = (edits: readonly Edit[]) => edits.flatMap(edit => (edit.do === 'add sheet' ? [edit.sheet] : []))
const named = (edits: readonly Edit[]) => edits.flatMap(edit => (edit.do === 'name' ? [edit.name] : []))

describe.each(names)('%s', name => {
  test('brings what an empty workbook lacks, each sheet and name once', () => {
    const edits = templateNamed(name).edits(empty)
    expect(new Set(added(edits)).size).toBe(added(edits).length)
    expect(new Set(named(edits)).size).toBe(named(edits).length)
    expect(added(edits)).toEqual(expect.arrayContaining([...templateNamed(name).sheets]))
    expect(named(edits)).toEqual(expect.arrayContaining([...templateNamed(name).samples]))
  })

  test('leaves alone the tables, days and definitions that a workbook has', () => {
    const edits = templateNamed(name).edits(own)
    for (const known of Object.keys(own.names)) expect(named(edits)).not.toContain(known)
    expect(added(edits).filter(sheet => ['Leads', 'Deals', 'Costs', 'Definitions'].includes(sheet))).toEqual(
      [],
    )
  })

  test('brings no approval and no lock where a table is the workbook’s own', () => {
    const known = { ...empty, names: { LEADS: area('CRM export', 400, 20) } }
    const statuses = templateNamed(name)
      .edits(known)
      .flatMap(edit =>
        edit.do === 'write' && /^(Definitions|Locks)$/.test(edit.area.sheet) ? edit.cells.flat() : [],
      )
    expect(statuses.filter(cell => cell === 'approved' || cell === 'locked')).toEqual([])
  })

  test('speaks in every formula of names that are there in the end', () => {
    for (const into of [empty, own]) {
      const edits = templateNamed(name).edits(into)
      const there = new Set([...named(edits), ...Object.keys(into.names)])
      const lacking = formulas(edits).flatMap(formula =>
        namesIn(formula)
          .filter(one => !there.has(one))
          .map(one => `${one} in ${formula}`),
      )
      expect(lacking).toEqual([])
    }
  })

  test('writes a formula only when the sheets and names are there', () => {
    const kinds = templateNamed(name)
      .edits(empty)
      .map(edit => edit.do)
    const firstWrite = kinds.indexOf('write')
    expect(Math.max(kinds.lastIndexOf('add sheet'), kinds.lastIndexOf('name'))).toBeLessThan(firstWrite)
  })

  test('leaves no anchor in a formula', () => {
    expect(formulas(templateNamed(name).edits(empty)).filter(formula => /\{[a-z]/.test(formula))).toEqual([])
  })
})

function formulas(edits: readonly Edit[]): readonly string[] {
  return edits.flatMap(edit =>
    edit.do === 'write'
      ? edit.cells.flatMap(row =>
          row.flatMap(content => (typeof content === 'object' && content !== null ? [content.formula] : [])),
        )
      : [],
  )
}

/** Words in capitals that are neither functions, cells, texts nor truth values. */
function namesIn(formula: string): readonly string[] {
  const bare = formula.replace(/"[^"]*"/g, '').replace(/'[^']+'!/g, '')
  return (bare.match(/[A-Z][A-Z_]+(?![A-Z_\d(!])/g) ?? []).filter(word => !/^(TRUE|FALSE)$/.test(word))
}
