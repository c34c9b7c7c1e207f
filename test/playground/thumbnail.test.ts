import { readFileSync } from 'node:fs'
import { pageShapes } from '../../playground/thumbnail'
import { parseAddress } from '../../shared/workbook/area'
import type { Edit, Overview } from '../../shared/workbook/steps'
import { templatesWith } from '../../templates/index'

const at = (address: string) => parseAddress(address, 'Page') as NonNullable<ReturnType<typeof parseAddress>>

const edits: readonly Edit[] = [
  { do: 'add sheet', sheet: 'Page' },
  { do: 'widths', sheet: 'Page', letters: [2, 20] },
  { do: 'write', area: at('B2:B3'), cells: [['Revenue'], [{ formula: '=1' }]] },
  { do: 'look', area: at('B2:B3'), look: { fill: 'tile' } },
  { do: 'look', area: at('B3'), look: { weight: 'figure', align: 'right' } },
  { do: 'write', area: at('Other!A1'), cells: [['not here']] },
]

test('a cell is a bar where it stands, as long as its text and in its colour', () => {
  const [ground, words, figure, ...more] = pageShapes(edits, 'Page')
  expect(more).toEqual([])
  expect(ground).toMatchObject({ x: 14, width: 140, fill: '#F3F7F8' })
  expect(words).toMatchObject({ x: 18, width: 'Revenue'.length * 6 })
  expect(figure?.fill).toBe('#1F4E5F')
  // At the right of its cell, and thicker than what stands above.
  expect((figure?.x ?? 0) + (figure?.width ?? 0)).toBe(150)
  expect(figure?.height).toBeGreaterThan(words?.height ?? 0)
})

test('a chart has the colours of its series, and stays within its place', () => {
  const chart = {
    ...({ kind: 'combo', title: 'x', over: at('D2:H12'), labels: at('A1') } as const),
    series: [
      { name: 'a', values: at('A1'), colour: 'AA0000' },
      { name: 'b', values: at('A1'), as: 'line', colour: '00BB00' } as const,
    ],
  }
  const [place, ...drawn] = pageShapes([{ do: 'dress', sheet: 'Page', dress: { charts: [chart] } }], 'Page')
  expect(new Set(drawn.map(({ fill }) => fill))).toEqual(new Set(['#ffffff', '#AA0000', '#00BB00']))
  for (const { x, y, width, height } of drawn) {
    expect(x).toBeGreaterThanOrEqual(place?.x ?? 0)
    expect(y).toBeGreaterThanOrEqual(place?.y ?? 0)
    expect(x + width).toBeLessThanOrEqual((place?.x ?? 0) + (place?.width ?? 0) + 4)
    expect(y + height).toBeLessThanOrEqual((place?.y ?? 0) + (place?.height ?? 0) + 4)
  }
})

const nothing: Overview = {
  ...{
    sheets: [],
    names: {},
    now: 0,
    prefix: '',
    locale: { language: 'en-GB', decimal: '.', separator: ',' },
  },
}

test.each(
  templatesWith(file => readFileSync(`templates/sample/${file}.csv`, 'utf8')).map(
    template => [template.name, template] as const,
  ),
)('every page of %s can be drawn', (_, template) => {
  const made = template.edits(nothing)
  for (const sheet of template.sheets) {
    const shapes = pageShapes(made, sheet)
    expect(shapes.length).toBeGreaterThan(4)
    for (const { x, y, width, height } of shapes)
      expect([x, y, width, height].every(number => number >= 0)).toBe(true)
  }
})
