import { parseWhere } from '../../shared/tables/where'
import type { Cell } from '../../shared/values'
import { ask, day, fails, table } from '../support/asking'

test.each<[Cell | undefined, unknown]>([
  ['', []],
  [undefined, []],
  [null, []],
  [' ; ', []],
  ['owner=Ana', [{ column: 'owner', value: 'Ana' }]],
  [
    ' owner = Ana ; source= web;',
    [
      { column: 'owner', value: 'Ana' },
      { column: 'source', value: 'web' },
    ],
  ],
  ['a=b=c', [{ column: 'a', value: 'b=c' }]],
  ['a=', [{ column: 'a', value: '' }]],
  [
    { error: '#REF!', reason: 'gone' },
    { error: '#REF!', reason: 'gone' },
  ],
  [5, { error: '#VALUE!', reason: 'where is 5: write column=value, several joined by “;”' }],
  [' owner ', { error: '#VALUE!', reason: 'where has “owner”: write column=value, several joined by “;”' }],
  ['=Ana', fails('#VALUE!', 'where has “=Ana”')],
])('where %j', (where, wanted) => {
  expect(parseWhere(where)).toEqual(wanted)
})

describe('rows', () => {
  const deal = (id: string, owner: Cell, source: Cell): Cell[] => [
    id,
    1,
    'Won',
    day('02-01'),
    1,
    owner,
    source,
  ]
  const deals = table(
    'deal_id created_at stage closed_at amount owner source',
    ...[
      deal('d1', 'Ana', 'web'),
      deal('D1', ' ana ', 'Fair'),
      deal('D2', 'Ben', 'web'),
      deal('D3', null, 'Web '),
    ],
  )
  const won = (where: string) => ask('TOTAL_REVENUE', [deals], { where })

  test.each([
    ['', 4],
    ['owner=Ana', 2],
    ['OWNER=ANA', 2],
    ['owner=Ana;source=web', 1],
    ['owner=', 1],
    ['source=web', 3],
    ['deal_id=D1', 1],
    ['Deal ID=d1', 1],
    ['owner=Cy', 0],
  ])('where “%s”: %d', (where, count) => {
    expect(won(where)).toBe(count)
  })
})
