import { type Cell, isBlank, isCellError, isMatrix } from '../../shared/values'
import { type Area, addressText, cellAt, parseAddress } from '../../shared/workbook/area'
import { coreValue, hostOf } from './core'
import { errorsOf, formulasOf, made, names, shown } from './made'

const near = (one: Cell, other: Cell): boolean =>
  typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(other))
    : isCellError(one) && isCellError(other)
      ? one.error === other.error
      : (isBlank(one) && isBlank(other)) || one === other

describe.each(names)('%s', name => {
  test('shows in every cell what the core computes for its formula', () => {
    const host = hostOf(made(name))
    let compared = 0
    const astray: string[] = []
    for (const [address, formula] of formulasOf(made(name))) {
      const value = coreValue(host, address, formula)
      if (value === undefined) continue
      const { sheet, top, left } = parseAddress(address, '') as Area
      const rows = isMatrix(value) ? value : [[value]]
      for (const [row, cells] of rows.entries()) {
        for (const [column, cell] of cells.entries()) {
          compared++
          const place = addressText(cellAt(sheet, top + row, left + column))
          if (!near(shown(name, place), cell)) astray.push(`${place} ${formula}`)
        }
      }
    }
    expect(astray).toEqual([])
    expect(compared).toBeGreaterThan(10)
  })
})

describe.each(names.filter(name => name !== 'self-test'))('%s', name => {
  test('shows no error', () => {
    expect(errorsOf(name)).toEqual([])
  })

  test('has one formula in every number’s cell of a page, or a cell to be filled in', () => {
    const { edits, values } = made(name)
    const pages = edits.flatMap(edit =>
      edit.do === 'dress' && edit.dress.gridlines === false ? [edit.sheet] : [],
    )
    const inputs = edits.flatMap(edit =>
      edit.do === 'look' && edit.look.fill === 'input' ? [edit.area] : [],
    )
    const spills = [...made(name).spills.values()]
    const computed = new Set(formulasOf(made(name)).map(([address]) => address))
    const typed = pages.flatMap(sheet =>
      (values.get(sheet) ?? []).flatMap((row, top) =>
        row.flatMap((cell, left) => {
          const place = cellAt(sheet, top, left)
          const isFilled = [...inputs, ...spills].some(area => lies(place, area))
          const isTyped = typeof cell === 'number' && !isFilled && !computed.has(addressText(place))
          return isTyped ? [addressText(place)] : []
        }),
      ),
    )
    // What stands for the whole: the stage that all deals begin with, the cost that all of it is.
    expect(typed).toEqual(wholes[name] ?? [])
  })

  test('says beneath or beside every figure of a tile what it is', () => {
    const { edits, values } = made(name)
    const figures = edits.flatMap(edit =>
      edit.do === 'look' && edit.look.weight === 'figure' ? [edit.area] : [],
    )
    for (const { sheet, top, left } of figures) {
      expect(values.get(sheet)?.[top + 2]?.[left]).toMatch(/ · /)
    }
  })

  test('guards what it writes, and leaves open what people fill in', () => {
    for (const edit of made(name).edits) {
      if (edit.do !== 'dress' || edit.dress.guarded === undefined) continue
      const inputs = made(name).edits.flatMap(other =>
        other.do === 'look' && other.look.fill === 'input' && other.area.sheet === edit.sheet
          ? [other.area]
          : [],
      )
      const overlapping = edit.dress.guarded.filter(area =>
        inputs.some(
          input =>
            input.top <= area.bottom &&
            area.top <= input.bottom &&
            input.left <= area.right &&
            area.left <= input.right,
        ),
      )
      expect(overlapping).toEqual([])
      expect(edit.dress.guarded.length).toBeGreaterThan(0)
    }
  })
})

const wholes: Readonly<Record<string, readonly string[]>> = {
  'sales-manager': ['Pipeline!C19'],
  'cohort-story': ["'Cost build'!E36"],
}

function lies({ sheet, top, left }: Area, area: Area): boolean {
  return (
    sheet === area.sheet && area.top <= top && top <= area.bottom && area.left <= left && left <= area.right
  )
}
