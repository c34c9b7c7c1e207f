import { answersTo, type Wanted } from '../../shared/metrics/on-tables/answer'
import type { Question } from '../../shared/metrics/on-tables/question'
import { nativeTableFormula } from '../../shared/renderings/native-tables/native-table-formula'
import type { TableName } from '../../shared/tables/schema'
import { type Cell, isCellError } from '../../shared/values'
import type { Area } from '../../shared/workbook/area'
import type { Tables } from './database'
import { recalculate, type SheetCell } from './libreoffice'

/** One number asked of the core and of a formula, which stands in some row of a sheet. */
interface Compared {
  readonly name: string
  readonly own: Cell
  readonly formula: string
  readonly row: number
}

/** A sheet in which tables stand one set below the other, each followed by the formulas that ask them. */
export function comparison() {
  const rows: SheetCell[][] = []
  const compared: Compared[] = []
  const reasons = new Map<string, string>()
  const twins = new Set<string>()

  /** Puts tables side by side; gives where each stands. */
  function stand(tables: Tables): ReadonlyMap<TableName, Area> {
    const top = rows.length
    const places = new Map<TableName, Area>()
    let left = 0
    for (const [name, cells] of Object.entries(tables)) {
      const width = (cells[0] ?? []).length
      places.set(name as TableName, {
        ...{ sheet: 'S', top, left, bottom: top + cells.length - 1, right: left + width - 1 },
      })
      for (const [index, line] of cells.entries()) {
        rows[top + index] ??= []
        const row = rows[top + index] as SheetCell[]
        while (row.length < left) row.push(null)
        row.push(...Array.from({ length: width }, (_, place) => sheetCell(line[place] ?? null)))
      }
      left += width
    }
    return places
  }

  /**
   * Asks one number; the period and as_of stand in cells. With `later`, those cells are changed once the formula is
   * written.
   */
  function ask(
    question: Question,
    wanted: Wanted,
    places: ReadonlyMap<TableName, Area>,
    later: Question = question,
  ): void {
    const row = rows.length + 1
    const [period] = question.periods
    const isDated = period !== undefined && Number.isFinite(period.to)
    const cells = {
      ...(isDated && { from: `$B$${row}`, to: `$C$${row}` }),
      ...(question.asOf !== undefined && { asOf: `$D$${row}` }),
    }
    const twin = nativeTableFormula({ question, wanted, places, cells })
    if ('none' in twin) {
      reasons.set(wanted.metric.name, twin.none)
      return
    }
    const own = answersTo(later, [wanted]).at(0, 0, 0).value
    twins.add(wanted.metric.name)
    compared.push({ name: wanted.metric.name, own, formula: twin.formula, row })
    const then = later.periods[0]
    const [from, to] = isDated && then ? [then.from, then.to] : [null, null]
    rows.push([{ formula: twin.formula }, from, to, later.asOf ?? null])
  }

  /** Has LibreOffice compute all formulas; gives those that differ. */
  async function differing() {
    const sheet = await recalculate(rows)
    return compared.flatMap(({ name, own, formula, row }) => {
      const twin = sheet[row - 1]?.[0]
      return agrees(isCellError(own) ? own.error : own, twin) ? [] : [{ name, own, twin, formula }]
    })
  }

  return { stand, ask, differing, compared, reasons, twins }
}

function sheetCell(cell: Cell): SheetCell {
  if (typeof cell === 'boolean') return { formula: cell ? 'TRUE()' : 'FALSE()' }
  if (isCellError(cell)) throw new Error('no errors stand in these tables')
  return cell
}

function agrees(own: Cell | string, twin: number | string | null | undefined): boolean {
  if (typeof own !== 'number' || typeof twin !== 'number') return own === twin
  return Math.abs(own - twin) <= 1e-12 * Math.max(Math.abs(own), 1)
}
