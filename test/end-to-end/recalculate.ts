import { type Area, parseAddress } from '../../shared/workbook/area'

/** The cells of a spreadsheet's double, and how its functions are called. */
export interface Recalculated<Given> {
  readonly cells: () => Iterable<{ readonly sheet: string; readonly formula: string; readonly key: string }>
  readonly put: (sheet: string, key: string, value: Shown) => void
  readonly areaOf: (name: string) => Area | undefined
  readonly keyOf: (area: Area) => string
  readonly read: (area: Area) => Given
  /** A number or a text that stands in the formula itself. */
  readonly literal: (value: number | string) => Given
  /** `2026-01-31` */
  readonly date: (day: string) => Given
  readonly number: (given: Given) => number
  readonly call: (name: string, args: readonly Given[]) => Shown
}

export type Shown = number | string | boolean

/**
 * What a spreadsheet does by itself, for the formulas that people write with our functions: calls of them, of names,
 * cells, numbers, texts and other calls, and a day before. A cell is computed after those that it goes by.
 */
export function recalculate<Given>(book: Recalculated<Given>): void {
  const waiting = new Map([...book.cells()].map(cell => [`${cell.sheet} ${cell.key}`, cell]))

  function settle(area: Area): void {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        compute(`${area.sheet} ${book.keyOf({ ...area, top: row, left: column })}`)
  }

  function given(text: string, sheet: string): Given {
    const [, name, args] = /^([A-Z_]{4,})\((.*)\)$/.exec(text.replace(/^PLUMB\./, '')) ?? []
    if (name !== undefined && name !== 'DATE') return book.literal(called(name, args ?? '', sheet))
    const [, call] = /^(.*\))-1$/.exec(text) ?? []
    if (call !== undefined) return book.literal(book.number(given(call, sheet)) - 1)
    if (/^".*"$/.test(text)) return book.literal(text.slice(1, -1).replace(/""/g, '"'))
    if (/^-?\d+(\.\d+)?$/.test(text)) return book.literal(Number(text))
    const [, ...date] = /^DATE\((\d+), ?(\d+), ?(\d+)\)$/.exec(text) ?? []
    if (date.length > 0) return book.date(date.map(part => part.padStart(2, '0')).join('-'))
    const [, place = '', less] = /^(.*?)(-1)?$/.exec(text.replace(/\$/g, '')) ?? []
    const area = parseAddress(place, sheet) ?? book.areaOf(place.toUpperCase())
    if (area === undefined) throw new Error('#NAME?')
    settle(area)
    const value = book.read(area)
    return less ? book.literal(book.number(value) - 1) : value
  }

  const called = (name: string, args: string, sheet: string) =>
    book.call(
      name,
      split(args).map(argument => given(argument, sheet)),
    ) as number | string

  function shown(formula: string, sheet: string): Shown {
    const [, name, args] = /^=(?:PLUMB\.)?([A-Z_0-9]+)\((.*)\)$/.exec(formula) ?? []
    try {
      if (name === undefined) return book.number(given(formula.slice(1), sheet))
      return called(name, args ?? '', sheet)
    } catch (error) {
      return (error as Error).message
    }
  }

  function compute(place: string): void {
    const cell = waiting.get(place)
    if (cell === undefined) return
    waiting.delete(place)
    book.put(cell.sheet, cell.key, shown(cell.formula, cell.sheet))
  }

  for (const place of [...waiting.keys()]) compute(place)
}

/** At the commas that stand in no text and in no brackets. */
function split(args: string): readonly string[] {
  const parts: string[] = []
  let [depth, isOpen] = [0, false]
  for (const part of args.match(/"[^"]*"|[^"]/g) ?? []) {
    if (part === '(' || part === '{') depth++
    if (part === ')' || part === '}') depth--
    if (part === ',' && depth === 0) isOpen = false
    else if (isOpen) parts.push(`${parts.pop()}${part}`)
    else {
      parts.push(part)
      isOpen = true
    }
  }
  return parts.map(argument => argument.trim())
}
