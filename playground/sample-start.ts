import { page, setRowHeights, underline } from './sample-look'
import type { SheetData, WorkbookData } from './table-sheet'

/** Five questions, the formula that answers each, and how its answer is shown. */
const firstFormulas = [
  ['What did every unit of cost earn, after paying for itself?', 'ROI(5000, 1000)', '0.00'],
  ['What is that a year, over two and a half years?', 'ROI_ANNUALISED(5000, 1000, 2.5)', '0.0%'],
  ['What does one net lead cost?', 'COST_PER_NET_LEAD(33000, 7)', '#,##0.00'],
  ['How many deals are won for each one lost?', 'WIN_LOSS_RATIO(12, 8)', '0.00'],
  [
    'How many net leads did sales get in the first quarter?',
    `METRIC("NET_LEADS_ISSUED", Metrics!B5, Metrics!B6, "", AS_OF, "", LEADS)`,
    '0',
  ],
] as const

/** Where AS_OF is written on the sheet. */
export const asOfCell = 'Start!C17'

const next = [
  ['[Metrics](o-spreadsheet://metrics)', 'the same company by quarter, all from one formula'],
  ['Open file…', 'your own CRM export (CSV): leads, deals or costs take the place of the sample'],
  ['Plumbline sidebar', 'at the right: set up, agree definitions, find formulas, ask why, check, share'],
  ['F6', 'by keyboard: from the cells to the sidebar, to the buttons, and back'],
] as const

export function startSheet(data: WorkbookData): SheetData {
  const { sheet, write } = page(data, 'start', 'Start', [24, 368, 88, 10, 510])
  write('B2', 'Plumbline', 'title')
  write('B3', 'Sales and marketing metrics that mean one thing, as formulas in your spreadsheet.', 'lead')
  write(
    'B4',
    'The company in this workbook is made up: 12 leads, 10 deals and the costs of a quarter.',
    'lead',
  )
  write('B5', 'Nothing that you type or open here leaves this browser.', 'lead')
  write('B7', 'Five formulas to try', 'section')
  write('B8', 'Question', 'header')
  write('C8', 'Answer', 'headerRight')
  write('D8:E8', undefined, 'header')
  write('E8', 'Type this into any cell', 'header')
  for (const [index, [question, formula, format]] of firstFormulas.entries()) {
    const row = 9 + index
    write(`B${row}`, question, 'row')
    write(`C${row}`, `=${formula}`, 'answer', format)
    write(`E${row}`, `'=${formula}`, 'note')
    underline(data, sheet, `B${row}:E${row}`)
  }
  write(
    'B14',
    'Where an answer is an error, point at it, or open Why? in the sidebar: it says what is missing and what to do.',
    'small',
  )
  write('B16', 'As of', 'section')
  write('B17', 'The day up to which the figures know things (AS_OF)', 'row')
  write('C17', '46387', 'answer', 'yyyy-mm-dd')
  write('B19', 'Where to go next', 'section')
  for (const [index, [place, about]] of next.entries()) {
    write(`B${20 + index}`, place)
    write(`C${20 + index}`, about, 'note')
  }
  setRowHeights(sheet, { 2: 38, 7: 30, 8: 28, 9: 28, 10: 28, 11: 28, 12: 28, 13: 28, 16: 30, 19: 30 })
  return sheet
}
