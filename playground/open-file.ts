/** What happens when the user opens a file: read it, ask what only the user knows, put it into the workbook, tell. */
import { listed } from '../shared/listed'
import { recogniseTable } from '../shared/tables/recognise'
import { asOfNote, lastDay } from './as-of-note'
import type { DateOrder } from './csv/dates'
import { ask, showProgress, tell } from './dialogs'
import { exampleFormula } from './example-formula'
import type { Notice } from './notice'
import { type CsvTable, largestFile, openCsv, rowsOf, type UndecidedColumn } from './open-csv'
import { findName, mostCells, type Placement, placeTable, rangeNameFor } from './place-table'
import { sampleRanges } from './sample-ranges'
import type { WorkbookData } from './table-sheet'

export interface Opened {
  readonly data: WorkbookData
  /** The sheet to show; the first one where there is none. */
  readonly sheetId?: string
  readonly notice: Notice
  readonly whenShown?: () => void
}

/** From here on the user sees that the sheet is being laid out, which takes about a second for 100,000 cells. */
const manyCells = 200_000

/** `undefined` when nothing was opened, which the user has been told or has wanted. */
export async function openFile(file: File, current: () => WorkbookData): Promise<Opened | undefined> {
  if (file.size > largestFile) {
    await tell(`${file.name} is too large`, 'Files of up to 50 MB open here.')
    return undefined
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const isWorkbook = /\.xls[xmb]?$/i.test(file.name) || (bytes[0] === 0x50 && bytes[1] === 0x4b)
  return isWorkbook ? openWorkbook(file.name, bytes) : openTable(file.name, bytes, current)
}

async function openWorkbook(name: string, bytes: Uint8Array): Promise<Opened | undefined> {
  const { openXlsx } = await import('./open-xlsx')
  const outcome = await openXlsx(bytes)
  if ('refused' in outcome) return refuse(name, outcome.refused)
  const agreed = await ask({
    title: `Open ${name}?`,
    text: [
      'It takes the place of the workbook that is open now, which stays only if you have saved it as xlsx.',
    ],
    choices: [
      { label: 'Cancel', value: false },
      { label: 'Open it', value: true, main: true },
    ],
  })
  if (!agreed) return undefined
  const names = Object.keys(outcome.data.namedRanges)
  const named = names.length > 0 ? [`Named ranges: ${names.join(', ')}.`] : []
  return { data: outcome.data, notice: { title: `Opened ${name}`, lines: [...named, ...outcome.notes] } }
}

async function openTable(
  name: string,
  bytes: Uint8Array,
  current: () => WorkbookData,
): Promise<Opened | undefined> {
  const progress = showProgress(`Reading ${name}`)
  try {
    const outcome = await openCsv(bytes, {
      signal: progress.signal,
      onProgress: progress.update,
      askDateOrder: columns => {
        progress.hide()
        return askDateOrder(name, columns)
      },
    })
    progress.hide()
    if ('refused' in outcome) return refuse(name, outcome.refused)
    const { table } = outcome
    const cells = table.columns.length * (table.rowCount + 1)
    if (cells > mostCells) return refuse(name, tooManyCells(table, cells))
    const data = current()
    const rangeName = await chooseName(data, name, table)
    if (rangeName === undefined) return undefined
    if (cells > manyCells) {
      progress.show()
      await progress.last(`Laying out ${cells.toLocaleString('en')} cells …`)
    }
    const placement = placeTable(data, name, table, rangeName)
    const notice = noticeOf(name, table, placement, data)
    return { data, sheetId: placement.sheetId, notice, whenShown: progress.hide }
  } catch (error) {
    progress.hide()
    if (progress.signal.aborted) return undefined
    throw error
  }
}

async function refuse(name: string, sentence: string): Promise<undefined> {
  await tell(`${name} cannot be opened`, sentence)
}

function tooManyCells(table: CsvTable, cells: number): string {
  const most = mostCells.toLocaleString('en')
  return `It holds ${table.rowCount.toLocaleString('en')} rows of ${table.columns.length} columns, ${cells.toLocaleString('en')} cells; up to ${most} open here. Leave out columns or older rows.`
}

function askDateOrder(name: string, columns: readonly UndecidedColumn[]): Promise<DateOrder | undefined> {
  const lines = columns
    .slice(0, 5)
    .map(({ name, examples }) => `${name || 'A column without a header'}: ${examples.slice(0, 3).join(', ')}`)
  const example = columns[0]?.examples[0] ?? '03/04/2017'
  const [first = 1, second = 1] = example.split(/[-/.]/).map(Number)
  return ask({
    title: `How are dates written in ${name}?`,
    text: [...lines, 'The file does not say which number is the day and which the month.'],
    choices: [
      { label: `Day first: ${example} is ${dayInWords(second, first)}`, value: 'day first' },
      { label: `Month first: ${example} is ${dayInWords(first, second)}`, value: 'month first' },
      { label: 'Leave them as text', value: undefined },
    ],
  })
}

function dayInWords(month: number, day: number): string {
  const date = new Date(Date.UTC(2000, month - 1, day))
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
}

/**
 * LEADS, DEALS or COSTS where the headers are those, so that the formulas at hand ask the user's own data at once.
 * The sample makes way; a table of the user's own is only replaced on their word.
 */
async function chooseName(
  data: WorkbookData,
  fileName: string,
  table: CsvTable,
): Promise<string | undefined> {
  const kind = recogniseTable(table.columns.map(column => column.name))
  const own = rangeNameFor(data, fileName)
  if (!kind) return own
  const wanted = kind.toUpperCase()
  const known = findName(data, wanted)
  const range = known && data.namedRanges[known]
  if (!range || range === sampleRanges[wanted]) return wanted
  return ask({
    title: `Which table is ${wanted}?`,
    text: [
      `${fileName} looks like a table of ${kind}. The name ${wanted} stands for ${range} now; formulas that ask ${wanted} will ask the table that has the name.`,
    ],
    choices: [
      { label: `Keep it, call the new one ${own}`, value: own },
      { label: `${wanted} is the new table`, value: wanted, main: true },
    ],
  })
}

function noticeOf(fileName: string, table: CsvTable, placement: Placement, data: WorkbookData): Notice {
  const { columns, rowCount } = table
  const { sheetName, rangeName, formerRange } = placement
  const rows = `${rowCount.toLocaleString('en')} ${rowCount === 1 ? 'row' : 'rows'}`
  const others = Object.keys(sampleRanges).filter(name => data.namedRanges[name] === sampleRanges[name])
  const isRecognised = rangeName in sampleRanges
  const cells = isRecognised ? rowsOf(table) : []
  const last = isRecognised ? lastDay(cells) : 0
  const formula = isRecognised ? exampleFormula(rangeName, cells, last) : undefined
  return {
    title: `Opened ${fileName}: ${rows}, ${columns.length} columns, sheet ${sheetName}, named range ${rangeName}`,
    lines: [
      ...(formerRange ? [`${rangeName} was ${formerRange} before.`] : []),
      ...(isRecognised && others.length > 0
        ? [`${listed(others)}: still the sample’s made-up figures.`]
        : []),
      ...[isRecognised ? asOfNote(data, last) : undefined].filter(line => line !== undefined),
      ...(isRecognised ? [] : ['It is not recognised as leads, deals or costs by its headers.']),
      ...table.notes,
      ...columns
        .filter(({ note }) => note)
        .map(({ name, note }) => `${name || 'a column without a header'}: ${note}`),
    ],
    ...(formula !== undefined && { formula }),
  }
}
