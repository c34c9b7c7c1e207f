/** What a sheet of Google's is dressed in, and the builders that a script makes it with. */
import type { FakeArea, FakeSheet } from './fake-sheets'

export interface FakeDress {
  frozen: { rows: number; columns: number }
  gridlines: boolean
  /** Widths of columns that were set, in pixels. */
  widths: Map<number, number>
  charts: FakeChart[]
  rules: FakeRule[]
  validations: { area: FakeArea; rule: FakeValidation }[]
  protections: { area: FakeArea; description: string; warningOnly: boolean }[]
}

export interface FakeChart {
  kind: string
  merge: string
  transposed: boolean
  headers: number
  position: readonly number[]
  ranges: FakeArea[]
  options: Record<string, unknown>
}

export interface FakeRule {
  formula: string
  text: string
  fill: string
  areas: FakeArea[]
}

export interface FakeValidation {
  from: readonly string[] | FakeArea
  allowsInvalid: boolean
}

export const undressed = (): FakeDress => ({
  ...{ frozen: { rows: 0, columns: 0 }, gridlines: true, widths: new Map() },
  ...{ charts: [], rules: [], validations: [], protections: [] },
})

interface Range {
  readonly area: FakeArea
}

/** An object whose methods each keep what they are given, by their names, and return it for the next call. */
function builder<Made>(make: () => Made, keep: Record<string, (made: Made, ...given: never[]) => void>) {
  const made = make()
  const self: Record<string, (...given: never[]) => unknown> = { build: () => made }
  for (const [name, act] of Object.entries(keep)) {
    self[name] = (...given) => {
      act(made, ...given)
      return self
    }
  }
  return self
}

export const dressServices = {
  newConditionalFormatRule: () =>
    builder((): FakeRule => ({ formula: '', text: '', fill: '', areas: [] }), {
      whenFormulaSatisfied: (rule, formula: string) => Object.assign(rule, { formula }),
      setFontColor: (rule, text: string) => Object.assign(rule, { text }),
      setBackground: (rule, fill: string) => Object.assign(rule, { fill }),
      setRanges: (rule, ranges: Range[]) => Object.assign(rule, { areas: ranges.map(({ area }) => area) }),
    }),
  newDataValidation: () =>
    builder((): FakeValidation => ({ from: [], allowsInvalid: true }), {
      setAllowInvalid: (rule, allowsInvalid: boolean) => Object.assign(rule, { allowsInvalid }),
      requireValueInList: (rule, values: string[]) => {
        if (values.length > 500) throw new Error('The list of items is too long.')
        rule.from = [...values]
      },
      requireValueInRange: (rule, { area }: Range) => Object.assign(rule, { from: area }),
    }),
}

export const chartServices = {
  ChartType: Object.fromEntries(
    ['LINE', 'COLUMN', 'BAR', 'COMBO', 'SCATTER'].map(kind => [kind, kind] as const),
  ),
  ChartMergeStrategy: { MERGE_COLUMNS: 'MERGE_COLUMNS', MERGE_ROWS: 'MERGE_ROWS' },
}

function chartBuilder() {
  const empty = (): FakeChart => ({
    ...{ kind: '', merge: '', transposed: false, headers: 1, position: [], ranges: [], options: {} },
  })
  return builder(empty, {
    setChartType: (chart, kind: string) => Object.assign(chart, { kind }),
    setMergeStrategy: (chart, merge: string) => Object.assign(chart, { merge }),
    setTransposeRowsAndColumns: (chart, transposed: boolean) => Object.assign(chart, { transposed }),
    setNumHeaders: (chart, headers: number) => Object.assign(chart, { headers }),
    setPosition: (chart, ...position: number[]) => Object.assign(chart, { position }),
    addRange: (chart, { area }: Range) => chart.ranges.push(area),
    setOption: (chart, option: string, value: unknown) => Object.assign(chart.options, { [option]: value }),
  })
}

/** The methods of a sheet that dress it; `mayEdit` throws where nobody may. */
export function sheetDress(sheet: FakeSheet, mayEdit: () => void) {
  const { dress } = sheet
  const freeze = (which: 'rows' | 'columns') => (count: number) => {
    mayEdit()
    if (which === 'rows' && count >= sheet.rows)
      throw new Error("You can't freeze all visible rows on the sheet.")
    dress.frozen[which] = count
  }
  return {
    setFrozenRows: freeze('rows'),
    setFrozenColumns: freeze('columns'),
    setHiddenGridlines: (hidden: boolean) => {
      dress.gridlines = !hidden
    },
    setColumnWidth: (column: number, pixels: number) => {
      mayEdit()
      dress.widths.set(column, pixels)
    },
    getColumnWidth: (column: number) => dress.widths.get(column) ?? 100,
    getRowHeight: () => 21,
    getCharts: () => dress.charts,
    getDrawings: () => [],
    newChart: chartBuilder,
    insertChart: (chart: FakeChart) => {
      mayEdit()
      if (chart.ranges.length === 0) throw new Error('The chart has no data.')
      dress.charts.push(chart)
    },
    setConditionalFormatRules: (rules: FakeRule[]) => {
      mayEdit()
      if (rules.some(({ formula }) => /!/.test(formula)))
        throw new Error('Conditional format rule cannot reference a different sheet.')
      dress.rules = [...rules]
    },
  }
}

/** The methods of a range that dress its sheet. */
export function rangeDress({ dress }: FakeSheet, area: FakeArea, mayEdit: () => void) {
  return {
    setDataValidation: (rule: FakeValidation) => {
      mayEdit()
      dress.validations.push({ area, rule })
    },
    protect: () => {
      const made = { area, description: '', warningOnly: false }
      dress.protections.push(made)
      const protection = {
        setDescription: (description: string) => {
          made.description = description
          return protection
        },
        setWarningOnly: (warningOnly: boolean) => {
          made.warningOnly = warningOnly
          return protection
        },
      }
      return protection
    },
  }
}
