import { addFunction, helpers, Model } from '@odoo/o-spreadsheet'
import { readDate } from '../../playground/csv/dates'
import { registerFunctions } from '../../playground/register-functions'
import { literal } from '../../playground/table-sheet'
import { isCellError } from '../../shared/values'
import { type CaseAnswer, type CaseArgument, type CaseCell, cases } from './cases'

/** The playground's own spelling of one error code. */
const codeInSheet = (code: string) => (code === '#REF!' ? '#REF' : code)

beforeAll(() => {
  jest.spyOn(console, 'debug').mockImplementation(() => {})
  registerFunctions()
  // The only way to put an error with a reason into a cell is a formula that gives it.
  addFunction('ERROR_WITH_REASON', {
    description: 'An error for the cases.',
    args: ['code', 'reason'].map(name => ({ name, description: name, type: ['STRING'] })),
    compute: (code, reason) => ({
      value: (code as { value: string }).value,
      message: (reason as { value: string }).value,
    }),
  })
})

test.each(cases.map(each => [`${each.call}: ${each.name}`, each] as const))('%s', (_, each) => {
  const { args, call, expected } = each
  expect(answered(call, args)).toEqual(
    typeof expected === 'object' && 'error' in expected ? shown(expected) : deep(expected),
  )
})

test('an argument that is written into the formula itself is the same as one in a cell', () => {
  expect(evaluate('=ROI(5000, 1000)')).toEqual([[4]])
  expect(evaluate('=ROI(5000, 0)')).toEqual([[shown({ error: '#DIV/0!', says: 'cost is 0' })]])
})

test('an unknown function is the spreadsheet’s own error, not an answer', () => {
  expect(evaluate('=NO_SUCH_METRIC(1)')).toEqual([[expect.objectContaining({ error: '#NAME?' })]])
})

function deep(expected: (typeof cases)[number]['expected']): unknown {
  return Array.isArray(expected) ? expected.map(row => row.map(shown)) : shown(expected as CaseAnswer)
}

function shown(answer: CaseAnswer): unknown {
  if (typeof answer !== 'object') return answer
  return { error: codeInSheet(answer.error), reason: expect.stringContaining(answer.says ?? '') }
}

function answered(call: string, args: readonly CaseArgument[]): unknown {
  const cells: Record<string, string> = {}
  const references = args.map((argument, position) => {
    if (argument === undefined) return ''
    const rows = Array.isArray(argument) ? (argument as CaseCell[][]) : [[argument as CaseCell]]
    const width = Math.max(...rows.map(row => row.length))
    const name = (column: number, row: number) => helpers.toXC(position * 20 + column, row)
    for (const [row, line] of rows.entries())
      for (const [column, cell] of line.entries()) {
        const content = contentOf(cell)
        if (content !== undefined) cells[name(column, row)] = content
      }
    const corner = Array.isArray(argument) ? `:${name(width - 1, rows.length - 1)}` : ''
    return `Arguments!${name(0, 0)}${corner}`
  })
  const values = evaluate(`=${call}(${references.join(', ')})`, cells)
  return values.length === 1 && values[0]?.length === 1 ? values[0][0] : values
}

function contentOf(cell: CaseCell): string | undefined {
  if (cell === null) return undefined
  if (cell === '') return '=""'
  if (isCellError(cell))
    return `=ERROR_WITH_REASON("${codeInSheet(cell.error)}", "${cell.reason.replaceAll('"', '""')}")`
  if (typeof cell === 'object') return String(readDate(cell.date, 'day first')?.serial)
  return typeof cell === 'number' ? withoutExponent(cell) : literal(cell)
}

/** The value of a formula, or of the whole range that it spills over. */
function evaluate(formula: string, cells: Record<string, string> = {}): unknown[][] {
  const data = helpers.createEmptyWorkbookData()
  const sheet = (id: string, contents: Record<string, string>) => ({
    ...helpers.createEmptySheet(id, id),
    colNumber: 300,
    rowNumber: 300,
    cells: contents,
  })
  data.sheets = [sheet('Answer', { A1: formula }), sheet('Arguments', cells)]
  const { getters } = new Model(data)
  const answer = (col: number, row: number) => {
    const cell = getters.getEvaluatedCell({ sheetId: 'Answer', col, row })
    return cell.type === 'error' ? { error: cell.value, reason: cell.message ?? '' } : cell.value
  }
  const window = Array.from({ length: 60 }, (_, row) =>
    Array.from({ length: 20 }, (_, col) => answer(col, row)),
  )
  const lastFilled = (line: readonly unknown[]) =>
    Math.max(...line.map((value, index) => (value === null ? -1 : index)))
  const width = Math.max(...window.map(lastFilled)) + 1
  const height = lastFilled(window.map(row => (lastFilled(row) < 0 ? null : row))) + 1
  return window.slice(0, height).map(row => row.slice(0, width))
}

/** The spreadsheet reads no exponent beyond 307. */
function withoutExponent(number: number): string {
  const [digits = '', exponent = '0'] = String(number).split('e')
  const places = Number(exponent)
  if (Math.abs(places) < 300) return literal(number)
  const [whole = '', decimals = ''] = digits.split('.')
  return places < 0
    ? `${whole.startsWith('-') ? '-' : ''}0.${'0'.repeat(-places - 1)}${whole.replace('-', '')}${decimals}`
    : `${whole}${decimals.padEnd(places, '0')}`
}
