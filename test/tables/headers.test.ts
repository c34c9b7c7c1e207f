import { normalised, placesOf } from '../../shared/tables/headers'
import { recogniseTable } from '../../shared/tables/recognise'
import { schemas } from '../../shared/tables/schemas'
import { sampleTable } from '../support/tables'

test.each([
  ['Close Date', 'closedate'],
  [' close_date ', 'closedate'],
  ['CloseDate', 'closedate'],
  ['Probability (%)', 'probability'],
  ['Amount [EUR]', 'amount'],
  ['Amount (converted)', 'amountconverted'],
  ['Is Deal Closed?', 'isdealclosed'],
  ['Ａｍｏｕｎｔ', 'amount'],
  ['', ''],
])('the header %j is read as %j', (header, expected) => {
  expect(normalised(header)).toBe(expected)
})

test.each([
  [
    'leads',
    'Salesforce leads',
    ['Lead ID', 'Lead Owner', 'Created Date', 'Lead Status', 'Lead Source', 'Email'],
  ],
  [
    'leads',
    'HubSpot contacts',
    ['Record ID', 'Create Date', 'Contact owner', 'Lead Status', 'Original Source'],
  ],
  [
    'leads',
    'Salesforce field names',
    ['Id', 'OwnerId', 'CreatedDate', 'Status', 'LeadSource', 'ConvertedDate'],
  ],
  [
    'deals',
    'Salesforce opportunities',
    ['Opportunity ID', 'Account Name', 'Amount', 'Close Date', 'Created Date', 'Stage', 'Type'],
  ],
  [
    'deals',
    'Salesforce field names',
    ['Id', 'StageName', 'Amount', 'CloseDate', 'CreatedDate', 'IsWon', 'IsClosed'],
  ],
  [
    'deals',
    'HubSpot deals',
    ['Record ID', 'Deal Name', 'Deal Stage', 'Close Date', 'Deal owner', 'Amount', 'Create Date'],
  ],
  [
    'deals',
    'HubSpot property names',
    ['hs_object_id', 'dealstage', 'closedate', 'amount', 'createdate', 'pipeline'],
  ],
  [
    'deals',
    'a CRM teaching set',
    [
      'opportunity_id',
      'sales_agent',
      'product',
      'account',
      'deal_stage',
      'engage_date',
      'close_date',
      'close_value',
    ],
  ],
  ['costs', 'a ledger export', ['Posting Date', 'Account name', 'Amount', 'Department']],
  ['costs', 'a media plan', ['Date', 'Component', 'Spend', 'Campaign']],
  [undefined, 'something else', ['Name', 'Address', 'Phone']],
  [undefined, 'nothing', []],
])('%s: %s', (table, _what, headers) => {
  expect(recogniseTable(headers)).toBe(table)
})

test.each(['leads', 'deals', 'costs'] as const)(
  'the sample of %s is recognised, in any order of its columns',
  name => {
    const [headers = []] = sampleTable(name)
    expect(recogniseTable(headers.map(String))).toBe(name)
    expect(recogniseTable(headers.map(String).reverse())).toBe(name)
  },
)

test('the canonical name goes before a synonym; two synonyms are doubtful', () => {
  const headers = (...names: string[]) => names.map(normalised)
  expect(placesOf(schemas.deals, 'amount', headers('Close Value', 'Amount'))).toEqual([1])
  expect(placesOf(schemas.deals, 'amount', headers('Close Value', 'Deal Value'))).toEqual([0, 1])
  expect(placesOf(schemas.deals, 'amount', headers('Stage'))).toEqual([])
})

test('no synonym of one column is a synonym of another in the same table', () => {
  for (const { name, columns } of Object.values(schemas)) {
    const claimed = Object.entries(columns).flatMap(([column, { synonyms }]) =>
      [...new Set(synonyms.map(normalised))].map(synonym => [synonym, column] as const),
    )
    for (const [synonym, column] of claimed) {
      const others = claimed.filter(([other, owner]) => other === synonym && owner !== column)
      expect([name, synonym, column, others]).toEqual([name, synonym, column, []])
    }
  }
})
