import { type Cell, type CellValue, type NamedRange, writeXlsx } from 'hucre'

type Typed = CellValue | { readonly formula: string; readonly value: CellValue }

/** An xlsx file of sheets whose formulas have the values that they are said to have. */
export function xlsx(
  sheets: Readonly<Record<string, readonly (readonly Typed[])[]>>,
  names: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const isFormula = (cell: Typed | undefined): cell is { formula: string; value: CellValue } =>
    typeof cell === 'object' && cell !== null && 'formula' in cell
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({
      name,
      rows: rows.map(row => row.map((cell): CellValue => (isFormula(cell) ? null : (cell as CellValue)))),
      cells: new Map<string, Partial<Cell>>(
        rows.flatMap((row, top) =>
          row.flatMap((cell, left) =>
            isFormula(cell)
              ? [
                  [
                    `${top},${left}`,
                    {
                      type: 'formula' as const,
                      formula: cell.formula,
                      value: cell.value,
                      formulaResult: cell.value,
                    },
                  ] as const,
                ]
              : [],
          ),
        ),
      ),
    })),
    namedRanges: Object.entries(names).map(([name, range]): NamedRange => ({ name, range })),
  })
}
