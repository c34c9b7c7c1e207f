import { columnCalled, columnsIn, normalised, placesOf } from '../../shared/tables/headers'
import { schemas } from '../../shared/tables/schemas'

test.each([
  ['Close Date', 'closedate'],
  [' close_date ', 'closedate'],
  ['CloseDate', 'closedate'],
  ['Probability (%)', 'probability'],
  ['Amount [EUR]', 'amount'],
  ['Amount (converted)', 'amountconverted'],
  ['Is Deal Closed?', 'isdealclosed'],
  ['Ａｍｏｕｎｔ', 'amount'],
  ['Duration (minutes)', 'duration'],
  ['Duration (Hours)', 'duration'],
  ['Term (month)', 'term'],
  ['Start Date (UTC)', 'startdate'],
  ['Price ($)', 'price'],
  ['Issued_At__c', 'issuedat'],
  ['issued_at__c ', 'issuedat'],
  ['__c_level', 'clevel'],
  ['Amount (EUR) paid', 'amounteurpaid'],
  ['Amount (EUR)s', 'amounteurs'],
  ['Amount(EUR) ', 'amount'],
  ['Straße №', 'straßeno'],
  ['\ufeffLead\u00a0ID', 'leadid'],
  ['', ''],
  [null, ''],
  [undefined, ''],
  [2026, '2026'],
])('the header %j is read as %j', (header, expected) => {
  expect(normalised(header)).toBe(expected)
})

test('the canonical name goes before a synonym; two synonyms are doubtful', () => {
  const headers = (...names: string[]) => names.map(normalised)
  expect(placesOf(schemas.deals, 'amount', headers('Close Value', 'Amount'))).toEqual([1])
  expect(placesOf(schemas.deals, 'amount', headers('Close Value', 'Deal Value'))).toEqual([0, 1])
  expect(placesOf(schemas.deals, 'amount', headers('Stage'))).toEqual([])
  expect(placesOf(schemas.leads, 'email', headers('E-mail', 'EMAIL', 'Email Address'))).toEqual([0, 1])
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

test('what a header means, be it canonical or a synonym', () => {
  expect(columnCalled(schemas.deals, 'Sales Rep')).toBe('owner')
  expect(columnCalled(schemas.deals, 'OWNER')).toBe('owner')
  expect(columnCalled(schemas.deals, 'moon')).toBe(undefined)
  expect([...columnsIn(schemas.deals, ['salesrep', 'owner', 'moon', '', 'amount'])]).toEqual([
    'owner',
    'amount',
  ])
  expect(columnsIn(schemas.deals, ['moon']).size).toBe(0)
})
