import { isRow } from '../../shared/tables/is-row'
import { openTable, type Table } from '../../shared/tables/table'
import { type Cell, cellError, isCellError } from '../../shared/values'

function open(header: string, ...rows: Cell[][]): Table {
  const table = openTable([header.split(' '), ...rows], 1)
  if (isCellError(table)) throw new Error(table.reason)
  return table
}

const day = 46_000
const deals = 'deal_id created_at stage amount closed_at'
const deal: Cell[] = ['D1', day, 'Won', 5, day]
const leads = 'lead_id created_at issued_at owner'
const costs = 'date component amount campaign'

describe('is a row', () => {
  const counts = (header: string, row: Cell[]): boolean => isRow(open(header, row, row))(1)

  test.each<[string, string, Cell[]]>([
    ['with all keys', deals, deal],
    ['without an amount', deals, ['D1', day, 'Won', null, null]],
    ['with an id and a date of any column', deals, ['D1', null, null, null, day]],
    ['with an id and a date typed as text', leads, ['L1', null, '05/04/2026', null]],
    ['with a number for an id', deals, [17, null, null, null, null]],
    ['with a date alone', leads, [null, day, null, null]],
    ['with a text for a date', leads, [null, '5/4/2026', null, null]],
    ['with an id and a stage', deals, ['D1', null, 'Won', null, null]],
    ['with a cell that is an error', deals, [cellError('#N/A', ''), null, null, null, null]],
    ['a cost without a component', costs, [day, null, 500, null]],
    ['with nothing but a text for a date', costs, [' 03/04/2026', null, null, null]],
    ['a cost whose date is text', costs, ['03/04', 'tools', 500, null]],
    ['a rep of whom nothing else is known', 'rep start end', ['Ana', null, null]],
    ['an account called Totality', 'account_id tier', ['Totality', null]],
    ['an account called by a total behind its name', 'account_id tier', ['Sum Total', null]],
    ['an account called by a copyright behind its name', 'account_id tier', ['Fair Copyright', null]],
    ['an account called by a word like confidential', 'account_id tier', ['Non-confidential', null]],
    ['whose first key begins with a space', leads, [' L1', day, null, null]],
  ])('one %s', (_what, header, row) => {
    expect(counts(header, row)).toBe(true)
  })

  test.each<[string, string, Cell[]]>([
    ['blank', deals, [null, '', '  ', null, null]],
    ['of spaces', leads, [' ', '  ', null, null]],
    ['of empty texts', leads, ['', '', '', '']],
    ['with a quarter in a column of dates', costs, ['Q1 in total', null, 500, null]],
    ['with a count in a column of dates', costs, ['Total of 12 records', null, 500, null]],
    ['of zeros, as references to empty cells give', deals, [0, 0, 0, 0, 0]],
    ['with sums only', deals, [null, null, null, 500, null]],
    ['with a total in the first column', deals, ['Grand Total (12 records)', null, null, 500, null]],
    ['with a total in another key column', costs, [null, 'Gesamtsumme', 500, null]],
    ['with a total in a column of dates', costs, ['Total', null, 500, null]],
    ['with a copyright', leads, ['Copyright (c) 2000-2026 Example Ltd', null, null, null]],
    ['with a text beside the keys', leads, [null, null, null, 'Confidential Information']],
    ['with the total of a list', 'account_id tier', [' Grand total', null]],
    ['with a copyright below a list', 'rep start end', ['Copyright (c) 2026', null, null]],
    ['with Confidential below a list', 'rep start end', [' CONFIDENTIAL information', null, null]],
    ['with a subtotal in a list', 'rep start end', ['Subtotal', null, null]],
    ['with nothing but Total in a list', 'rep start end', ['Total', null, null]],
    ['with nothing but Totals in a list', 'rep start end', ['Totals', null, null]],
    ['with a copyright behind spaces', 'rep start end', ['  Copyright (c) 2026', null, null]],
    ['with Confidential at once', 'rep start end', ['Confidential', null, null]],
  ])('none %s', (_what, header, row) => {
    const table = open(header, row, header === deals ? deal : ['X', day, day, 'Ana'])
    expect(isRow(table)(1)).toBe(false)
    expect(isRow(table)(2)).toBe(true)
  })

  test('none beyond the range', () => {
    expect(isRow(open(deals, deal))(2)).toBe(false)
  })
})

describe('opening a table', () => {
  test('leaves off what stands below the last row', () => {
    const blank = [null, null, null, null, null]
    const total = ['Grand Total', null, null, 5, null]
    expect(open(deals, deal, blank, deal, blank, total, blank, blank).rows).toEqual([
      deals.split(' '),
      deal,
      blank,
      deal,
    ])
  })

  test('keeps the range itself where there is nothing to leave off', () => {
    const range = [deals.split(' '), deal]
    expect((openTable(range, 1) as Table).rows).toBe(range)
  })

  test('keeps the header of a table without rows', () => {
    expect(open(deals).rows).toHaveLength(1)
    expect(open(deals, [null, null, null, null, null]).rows).toHaveLength(1)
  })

  test.each<[string, Parameters<typeof openTable>[0], string]>([
    ['no range', 5, 'table 3 is 5: give a range with its header row'],
    ['nothing', undefined, 'table 3 is blank: give a range with its header row'],
    [
      'an empty header row',
      [
        [null, ' '],
        [1, 2],
      ],
      'table 3 has no headers: include the header row in the range',
    ],
    ['a range without rows', [], 'table 3 has no headers: include the header row in the range'],
    [
      'other headers',
      [['Moon', '', 'Sun']],
      'table 3 has none of the headers of leads, deals, costs, activities, targets, quotas, subscriptions, surveys, stage_history, touches, reps, scored_calls, accounts: is it the right range?',
    ],
    [
      'a missing key',
      [['deal_id', 'stage', 'closed_at', 'probability']],
      'table 3 looks like deals but has no column created_at, amount',
    ],
    [
      'headers further down',
      [['Deals by stage'], ['As of 2026-03-31'], [], deals.split(' '), deal],
      'the headers of table 3 are in row 4 of the range: begin the range there',
    ],
    [
      'headers below a title',
      [['Deals'], deals.split(' ')],
      'the headers of table 3 are in row 2 of the range: begin the range there',
    ],
    [
      'headers of two tables',
      [['respondent', 'at', 'score', 'kind', 'call_id', 'rubric']],
      'table 3 could be surveys or scored_calls: name its columns as the catalogue does',
    ],
  ])('refuses %s', (_what, argument, reason) => {
    expect(openTable(argument, 3)).toEqual({ error: '#VALUE!', reason })
  })

  test('passes an error on', () => {
    const error = cellError('#N/A', 'not there')
    expect(openTable(error, 1)).toBe(error)
  })

  test('takes the kind that is given', () => {
    const headers = ['respondent', 'at', 'score', 'kind', 'call_id', 'rubric']
    expect((openTable([headers], 1, 'surveys') as Table).schema.name).toBe('surveys')
    expect(openTable([headers], 1, 'leads')).toEqual({
      error: '#VALUE!',
      reason: 'table 1 looks like leads but has no column lead_id, created_at',
    })
  })
})
