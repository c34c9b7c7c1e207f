import type { Terms } from '../../shared/definitions/term'
import { builtInTerms } from '../../shared/definitions/terms'
import { selectionOf } from '../../shared/tables/compiled'
import { calendarFunctions } from '../../shared/tables/row-functions'
import { contextOf, type Rows } from '../../shared/tables/rows'
import { inBlocks } from '../../shared/tables/selection'
import type { Table } from '../../shared/tables/table'
import { type Cell, type CellError, isCellError } from '../../shared/values'
import { day, from, table } from '../support/asking'
import { question } from '../support/same-in-database'

const to = day('03-31')
const header = 'deal_id created_at stage closed_at amount owner source is_won refund'
const deals = table(
  header,
  ['D1', day('01-05') + 0.5, 'Won', day('02-05'), 100, 'Ana', 'WEB', true, null],
  ['D2', day('01-05'), 'Lost', null, -5, 'ben', 'Fair', false, 3],
  ['D3', null, 'Open', day('01-04') + 0.25, 0, null, null, null, null],
  ['D4', day('01-05'), 'Open', day('01-05'), 'many', 'ANA', 'web', 'perhaps', null],
)
const refusals = {
  amount: 'deals row 5: amount is the text “many”',
  flag: 'deals row 5: is_won is the text “perhaps”',
}

function opened(terms: Terms = {}, asOf: number | undefined = day('02-28')): Rows {
  const { tables } = question({ deals }, {})
  const context = contextOf(
    tables,
    { ...builtInTerms, 'test.words': ['web', 'TRUE', '100', 'null'], 'test.word': 'Web', ...terms },
    asOf,
  )
  context.period = { from, to }
  return context.rows('deals')
}

function answers(expression: string, rows = opened()): unknown[] {
  const read = rows.read(expression)
  return [1, 2, 3, 4].map(row => {
    try {
      return read(row)
    } catch (thrown) {
      if (isCellError(thrown)) return thrown.reason.split(': ').slice(0, 2).join(': ')
      throw thrown
    }
  })
}

/** Which rows a condition selects, and which it refuses. */
function selected(expression: string, rows = opened()): { kept: number[]; refused: number[] } {
  const [kept, refused]: [number[], number[]] = [[], []]
  const select = selectionOf(rows.compiled(expression))
  inBlocks(rows.last, (block, count) => {
    const left = select(block, count, (row: number, _: CellError) => refused.push(row))
    kept.push(...block.slice(0, left))
  })
  return { kept, refused }
}

const [amount, flag] = [refusals.amount, refusals.flag]

test.each<[expression: string, said: unknown[]]>([
  ['1', [1, 1, 1, 1]],
  ['"Web"', ['Web', 'Web', 'Web', 'Web']],
  ['test.word', ['Web', 'Web', 'Web', 'Web']],
  ['owner', ['Ana', 'ben', null, 'ANA']],
  // Text is compared regardless of case, and blank with nothing.
  ['owner = "ana"', [true, false, false, true]],
  ['owner = "an"', [false, false, false, false]],
  ['owner <> "ana"', [false, true, false, false]],
  ['"ana" = owner', [true, false, false, true]],
  ['"ana" <> owner', [false, true, false, false]],
  ['source = test.word', [true, false, false, true]],
  ['owner = stage', [false, false, false, false]],
  ['owner <> stage', [true, true, false, true]],
  ['owner > "anb"', [false, true, false, false]],
  ['owner > "an_"', [true, true, false, true]],
  ['refund = refund', [false, true, false, false]],
  ['refund <> source', [false, false, false, false]],
  ['created_at <> owner', [false, false, false, false]],
  ['is_won = "true"', [false, false, false, flag]],
  ['amount = "100"', [false, false, false, amount]],
  ['amount <> "100"', [false, false, false, amount]],
  ['amount = 100', [true, false, false, amount]],
  ['amount <> 100', [false, true, true, amount]],
  ['amount < 0', [false, true, false, amount]],
  ['amount <= 0', [false, true, true, amount]],
  ['amount > 0', [true, false, false, amount]],
  ['amount >= 0', [true, false, true, amount]],
  ['amount >= refund', [false, false, false, amount]],
  ['amount < refund', [false, true, false, amount]],
  ['is_won = is_won', [true, true, false, flag]],
  ['1 = 1', [true, true, true, true]],
  ['1 = 2', [false, false, false, false]],
  ['"a" = "A"', [true, true, true, true]],
  // Of what is joined, the second is read only where the first does not decide.
  ['not is_won', [false, true, true, flag]],
  ['not (1 = 1)', [false, false, false, false]],
  ['is_won and amount > 0', [true, false, false, flag]],
  ['amount > 0 and is_won', [true, false, false, amount]],
  ['owner = "ben" and amount < 0', [false, true, false, false]],
  ['owner = "ana" or amount < 0', [true, true, false, true]],
  ['amount < 0 or owner = "ana"', [true, true, false, amount]],
  ['1 = 1 or amount > 0', [true, true, true, true]],
  ['amount > 0 or 1 = 1', [true, true, true, true]],
  ['1 = 2 and amount > 0', [false, false, false, false]],
  ['amount > 0 and 1 = 2', [false, false, false, false]],
  ['1 = 1 and amount > 0', [true, false, false, amount]],
  ['amount > 0 and 1 = 1', [true, false, false, amount]],
  ['1 = 2 or amount > 0', [true, false, false, amount]],
  ['amount > 0 or 1 = 2', [true, false, false, amount]],
  // Whether it is in a set of the definitions.
  ['source in test.words', [true, false, false, true]],
  ['is_won in test.words', [true, false, false, flag]],
  ['amount in test.words', [true, false, false, amount]],
  ['"WEB" in test.words', [true, true, true, true]],
  ['if(owner = "ana", 1, amount)', [1, -5, 0, 1]],
  ['if(1 = 1, owner, nonsense)', ['Ana', 'ben', null, 'ANA']],
  ['if(1 = 2, nonsense, owner)', ['Ana', 'ben', null, 'ANA']],
  ['present(owner)', [true, true, false, true]],
  ['present(refund)', [false, true, false, false]],
  ['present(amount)', [true, true, true, amount]],
  ['present(is_won)', [true, true, false, flag]],
  ['present(currency)', [false, false, false, false]],
  ['either(refund, amount)', [100, 3, 0, amount]],
  ['either(currency, owner)', ['Ana', 'ben', null, 'ANA']],
  ['either(refund, currency, 7)', [7, 3, 7, 7]],
  ['either(refund, closed_at)', [day('02-05'), 3, day('01-04') + 0.25, day('01-05')]],
  ['min(created_at, closed_at)', [day('01-05') + 0.5, day('01-05'), day('01-04') + 0.25, day('01-05')]],
  ['max(created_at, closed_at)', [day('02-05'), day('01-05'), day('01-04') + 0.25, day('01-05')]],
  ['max(owner, refund)', [null, 3, null, null]],
  ['days(created_at, closed_at)', [31, null, null, 0]],
  ['days(closed_at, as_of)', [23, null, 55, 54]],
  ['seconds(created_at, closed_at)', [2_635_200, null, null, 0]],
  ['days(period_from, period_to)', [89, 89, 89, 89]],
  // 2026-01-05 is a Monday: of the days after the first, up to the second.
  ['working_days(created_at, closed_at)', [23, null, null, 0]],
])('%s', (expression, said) => {
  expect(answers(expression)).toEqual(said)
  const { kept, refused } = selected(expression)
  expect(kept).toEqual([1, 2, 3, 4].filter(row => said[row - 1] === true))
  expect(refused).toEqual([1, 2, 3, 4].filter(row => String(said[row - 1]).startsWith('deals row')))
})

test.each([
  ['amount + 1 > 0', 'a rule over rows computes nothing: measure the parts, and divide in the metric'],
  ['owner in owner', 'owner is no set of the definitions'],
  ['owner in test.word', 'test.word is no set of the definitions'],
  ['test.words = owner', 'test.words is a set or a table: ask with “in”'],
  ['nonsense', 'deals knows no nonsense'],
  ['sum(amount)', 'sum is for numbers and ranges, not for the rows of a table'],
])('%s is no rule', (expression, says) => {
  expect(() => opened().read(expression)).toThrow(says)
})

describe('of what a condition is known besides its values', () => {
  const known = (expression: string, rows = opened()) => {
    const { only, fixed, money } = rows.compiled(expression)
    const place = only && header.split(' ')[only.place]
    return { ...(place && { only: place }), ...(fixed && { fixed }), ...(money && { money }) }
  }

  test.each<[string, object]>([
    ['1', { fixed: true }],
    ['test.word', { fixed: true }],
    ['known_until', { fixed: true }],
    ['as_of', {}],
    ['period_from', {}],
    ['currency', { fixed: true }],
    ['owner', { only: 'owner' }],
    ['is_won', { only: 'is_won' }],
    ['amount', { money: true }],
    ['created_at', {}],
    ['owner = "ana"', { only: 'owner' }],
    ['owner = test.word', { only: 'owner' }],
    ['owner = source', {}],
    ['"a" = test.word', { fixed: true }],
    ['not (owner = "ana")', { only: 'owner' }],
    ['not (1 = 1)', { fixed: true }],
    ['owner in test.words', { only: 'owner' }],
    ['test.word in test.words', { fixed: true }],
    ['owner = "ana" and owner <> "ben"', { only: 'owner' }],
    ['owner = "ana" and source = "web"', {}],
    ['owner = "ana" or 1 = 1', { fixed: true }],
    ['owner = "ana" and 1 = 1', { only: 'owner' }],
    ['if(owner = "ana", owner, "ben")', { only: 'owner' }],
    ['if(owner = "ana", amount, source)', { money: true }],
    ['if(owner = "ana", source, owner)', {}],
    ['max(1, 2)', { fixed: true }],
    // Whether such a cell is filled shows at a glance, but for flags.
    ['present(deal_id)', {}],
    ['present(owner)', {}],
    ['present(created_at)', {}],
    ['present(amount)', {}],
    ['present(is_won)', { only: 'is_won' }],
    ['present(currency)', { fixed: true }],
    ['either(currency, owner)', { only: 'owner' }],
    ['either(currency, amount)', { money: true }],
    ['max(owner, 2)', { only: 'owner' }],
    ['max(owner, source)', {}],
  ])('%s', (expression, expected) => {
    expect(known(expression)).toEqual(expected)
  })

  test('amounts of a row are in its currency', () => {
    const rows = opened()
    expect(['amount', 'refund', 'owner', 'created_at'].map(rows.isMoney)).toEqual([true, true, false, false])
  })
})

describe('a table of rows', () => {
  test('knows its columns, derived ones and rules', () => {
    const rows = opened()
    const names = ['owner', 'currency', 'stage_class', 'won', 'nonsense', 'test.word']
    expect(names.map(rows.knows)).toEqual([true, true, true, true, false, false])
    expect(['owner', 'currency', 'stage_class'].map(rows.has)).toEqual([true, false, false])
    expect(rows.last).toBe(4)
  })

  test('reads a column by its name, its header or as it is derived', () => {
    const column = (name: string) => [1, 2, 3].map(opened().column(name))
    expect(column('owner')).toEqual(['Ana', 'ben', null])
    expect(column('Owner')).toEqual(['Ana', 'ben', null])
    expect(column('stage_class')).toEqual(
      ['won', 'open', 'open'].map((_, row) => answers('stage_class')[row]),
    )
    expect(() => opened().column('nonsense')).toThrow(expect.objectContaining({ error: '#VALUE!' }))
  })

  test('names its rows by what identifies them', () => {
    expect(opened().label(1)).toBe('deals row 2 (D1)')
    const label = (name: string, matrix: Cell[][]): string => {
      const { tables } = question({ [name]: matrix } as object, {})
      return contextOf(tables as ReadonlyMap<Table['schema']['name'], Table>, builtInTerms, undefined)
        .rows(name as 'leads')
        .label(1)
    }
    expect(label('leads', table('lead_id created_at issued_at', ['L1', from, from]) as Cell[][])).toBe(
      'leads row 2 (L1)',
    )
    expect(label('leads', table('lead_id created_at issued_at', [null, from, from]) as Cell[][])).toBe(
      'leads row 2',
    )
    expect(label('costs', table('date component amount', [from, 'labour', 1]) as Cell[][])).toBe(
      'costs row 2',
    )
    expect(
      label(
        'subscriptions',
        table('customer_id start amount term_months type', ['C1', from, 1, 1, 'x']) as Cell[][],
      ),
    ).toBe('subscriptions row 2 (C1)')
    expect(label('surveys', table('respondent kind score at', ['R1', 'nps', 1, from]) as Cell[][])).toBe(
      'surveys row 2 (R1)',
    )
  })

  test('opens each table once, and reads each expression once', () => {
    const rows = opened()
    expect(rows.context.rows('deals')).toBe(rows)
    expect(rows.compiled('owner = "ana"')).toBe(rows.compiled('owner = "ana"'))
    expect(() => rows.context.rows('leads')).toThrow(
      expect.objectContaining({
        error: '#VALUE!',
        reason: 'the table LEADS is missing: give it after definitions',
      }),
    )
  })

  test('has no period until one is asked for', () => {
    const { tables } = question({ deals }, {})
    const read = contextOf(tables, builtInTerms, undefined).rows('deals').read
    expect([read('period_from')(1), read('period_to')(1)]).toEqual([
      ...[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    ])
    expect(read('known_until')(1)).toBe(Number.MAX_SAFE_INTEGER)
    // The latest that is recorded: no closing of an open deal.
    expect(read('as_of')(1)).toBe(day('02-05'))
  })

  test('goes by the opening hours of the definitions', () => {
    const seconds = (terms: Terms) => answers('open_seconds(created_at, closed_at)', opened(terms))
    const always = { 'calendar.open': '00:00', 'calendar.close': '24:00', 'calendar.weekend_mask': '0000000' }
    expect(seconds({ ...always, 'calendar.holidays': [] })).toEqual([2_635_200, null, null, 0])
    expect(seconds({ ...always, 'calendar.holidays': ['2026-01-06', '2026-01-07'] })[0]).toBe(
      2_635_200 - 172_800,
    )
    expect(seconds({ ...always, 'calendar.holidays': '2026-01-06' as never })[0]).toBe(2_635_200 - 86_400)
    expect(answers('open_seconds(closed_at, created_at)')[0]).toBe(-1)
  })

  test('in the functions of the calendar alone', () => {
    const names = ['days', 'seconds', 'open_seconds', 'working_days', 'min'] as const
    const differs = (name: string): boolean => {
      const [usual, never] = [{}, { 'calendar.weekend_mask': '1111110' }].map(terms =>
        answers(`${name}(created_at, closed_at)`, opened(terms)),
      )
      return JSON.stringify(usual) !== JSON.stringify(never)
    }
    expect(names.filter(differs)).toEqual(names.filter(name => calendarFunctions.includes(name)))
    expect(names.filter(differs)).toHaveLength(2)
  })
})
