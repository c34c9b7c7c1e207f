/** What a sheet of Excel's is dressed in, and the objects that a script does it with. */
import { type Batch, clientObject, collection, type FakeArea, type FakeSheet, failing } from './fake-office'

export interface FakeDress {
  frozen: { rows: number; columns: number }
  gridlines: boolean
  charts: FakeChart[]
  rules: FakeRule[]
  validations: FakeValidation[]
  /** In the order in which it was said; of two that cover a cell the later one counts. */
  locks: { area: FakeArea | 'all'; locked: boolean }[]
  print: { orientation: string; zoom: unknown; titleRows: string }
}

export interface FakeSeries {
  name: string
  kind?: string
  axisGroup?: string
  colour?: string
  values?: FakeArea
  labels?: FakeArea
}

export interface FakeChart {
  kind: string
  title: string
  legend: boolean
  position: readonly FakeArea[]
  format: string
  secondFormat: string
  series: FakeSeries[]
}

export interface FakeRule {
  area: FakeArea
  formula: string
  text: string
  fill: string
}

export interface FakeValidation {
  area: FakeArea
  source: string | FakeArea
  style: string
}

export const undressed = (): FakeDress => ({
  ...{ frozen: { rows: 0, columns: 0 }, gridlines: true, charts: [], rules: [], validations: [], locks: [] },
  print: { orientation: 'Portrait', zoom: {}, titleRows: '' },
})

interface Range {
  readonly area: FakeArea
}

/** Properties that can be set and not read. */
const settable = (batch: Batch, setters: Record<string, (value: never) => void>, rest: object = {}) =>
  clientObject(batch, () => ({}), rest, setters)

/** The members of a sheet that dress it. */
export function sheetDress(batch: Batch, found: () => FakeSheet) {
  const later = (act: () => void) => batch.queue.push(act)
  const freeze = (rows: number, columns: number) =>
    later(() => {
      found().dress.frozen = { rows, columns }
    })
  const print = () => found().dress.print
  return {
    freezePanes: {
      freezeRows: (rows: number) => freeze(rows, 0),
      freezeColumns: (columns: number) => freeze(0, columns),
      freezeAt: (range: Range) =>
        later(() => {
          found().dress.frozen = { rows: range.area.rows, columns: range.area.columns }
        }),
    },
    charts: {
      getCount: () => counted(batch, () => found().dress.charts.length),
      add: (kind: string, range: Range) => chartObject(batch, found, kind, range),
    },
    pageLayout: settable(
      batch,
      {
        orientation: (orientation: string) => Object.assign(print(), { orientation }),
        zoom: (zoom: unknown) => Object.assign(print(), { zoom }),
      },
      { setPrintTitleRows: (titleRows: string) => later(() => Object.assign(print(), { titleRows })) },
    ),
    getRange: () => ({ format: { protection: lockable(batch, found, () => 'all') } }),
  }
}

export const sheetSetters = (found: () => FakeSheet) => ({
  showGridlines: (gridlines: boolean) => {
    found().dress.gridlines = gridlines
  },
})

function counted(batch: Batch, count: () => number) {
  let value: number | undefined
  batch.queue.push(() => {
    value = count()
  })
  return {
    get value() {
      if (value === undefined) throw failing('ValueNotLoaded')
      return value
    },
  }
}

/** What Excel makes of a range by itself is one series, until it is told better. */
function chartObject(batch: Batch, found: () => FakeSheet, kind: string, range: Range) {
  const chart: FakeChart = {
    ...{
      kind,
      title: '',
      legend: true,
      position: [],
      format: '',
      secondFormat: '',
      series: [{ name: 'Series1' }],
    },
  }
  batch.queue.push(() => {
    chart.series = [{ name: 'Series1', values: range.area }]
    found().dress.charts.push(chart)
  })
  const series = collection(batch, () => chart.series, seriesObject, {})
  function seriesObject(one: FakeSeries) {
    const set = (property: keyof FakeSeries) => (value: never) => Object.assign(one, { [property]: value })
    const paint = { color: set('colour') }
    const place = (property: 'values' | 'labels') => (given: Range) =>
      batch.queue.push(() => Object.assign(one, { [property]: given.area }))
    return clientObject(
      batch,
      () => ({ name: one.name }),
      {
        ...{ setValues: place('values'), setXAxisValues: place('labels') },
        format: {
          line: settable(batch, paint),
          fill: { setSolidColor: (colour: string) => batch.queue.push(() => Object.assign(one, { colour })) },
        },
        delete: () =>
          batch.queue.push(() => {
            chart.series = chart.series.filter(other => other !== one)
          }),
      },
      { chartType: set('kind'), axisGroup: set('axisGroup'), markerBackgroundColor: set('colour') },
    )
  }
  return {
    series: {
      load: () => series.load('items/name'),
      get items() {
        return series.items
      },
      add: (name: string) => {
        const one: FakeSeries = { name }
        batch.queue.push(() => chart.series.push(one))
        return seriesObject(one)
      },
    },
    title: settable(batch, { text: (title: string) => Object.assign(chart, { title }) }),
    legend: settable(batch, {
      visible: (legend: boolean) => Object.assign(chart, { legend }),
      position: () => {},
    }),
    axes: {
      valueAxis: settable(batch, { numberFormat: (format: string) => Object.assign(chart, { format }) }),
      getItem: (_: string, group: string) =>
        settable(batch, {
          numberFormat: (secondFormat: string) => {
            const isThere = chart.series.some(({ axisGroup = 'Primary' }) => axisGroup === group)
            if (!isThere) throw failing('ItemNotFound')
            Object.assign(chart, { secondFormat })
          },
        }),
    },
    setPosition: (first: Range, last: Range) =>
      batch.queue.push(() => Object.assign(chart, { position: [first.area, last.area] })),
  }
}

/** The members of a range that dress its sheet. */
export function rangeDress(batch: Batch, sheet: () => FakeSheet, here: () => FakeArea) {
  return {
    conditionalFormats: {
      add: (kind: string) => {
        if (kind !== 'Custom') throw failing('InvalidArgument')
        const rule: FakeRule = { area: undefined as never, formula: '', text: '', fill: '' }
        batch.queue.push(() => sheet().dress.rules.push(Object.assign(rule, { area: here() })))
        const paint = (which: 'text' | 'fill') =>
          settable(batch, { color: (colour: string) => Object.assign(rule, { [which]: colour }) })
        return {
          custom: {
            rule: settable(batch, { formula: (formula: string) => Object.assign(rule, { formula }) }),
            format: { font: paint('text'), fill: paint('fill') },
          },
        }
      },
    },
    dataValidation: settable(batch, {
      rule: ({ list }: { list: { source: string | Range } }) => {
        const { source } = list
        if (typeof source === 'string' && source.length > 255) throw failing('InvalidArgument')
        const own = typeof source === 'string' ? source : source.area
        sheet().dress.validations.push({ area: here(), source: own, style: '' })
      },
      errorAlert: ({ style }: { style: string }) =>
        Object.assign(sheet().dress.validations.at(-1) as object, { style }),
    }),
  }
}

/** Whether cells may be changed once their sheet is protected. */
export function lockable(batch: Batch, sheet: () => FakeSheet, here: () => FakeArea | 'all') {
  return clientObject(
    batch,
    () => ({ locked: true }),
    {},
    {
      locked: (locked: boolean) => {
        if (sheet().isProtected) throw failing('AccessDenied')
        sheet().dress.locks.push({ area: here(), locked })
      },
    },
  )
}
