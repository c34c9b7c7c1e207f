import { cards } from '../../shared/renderings/card'
import { cardSearch } from '../../shared/sidebar/formulas/search'
import { cardOf, sampleCards } from './sample-cards'

const search = cardSearch(sampleCards)
const names = (query: string) => search(query).map(card => card.name)

describe('finding a formula', () => {
  test.each([
    ['ROI_ANNUALISED', 'ROI_ANNUALISED'],
    ['roi annualised', 'ROI_ANNUALISED'],
    ['Roi-Annualized', 'ROI_ANNUALISED'],
    ['roiannualised', 'ROI_ANNUALISED'],
    ['anualised', 'ROI_ANNUALISED'],
    ['cagr', 'ROI_ANNUALISED'],
    ['yearly', 'ROI_ANNUALISED'],
    ['cost per led', 'COST_PER_NET_LEAD'],
    ['COST  PER__NET', 'COST_PER_NET_LEAD'],
    ['what does a lead cost', 'COST_PER_NET_LEAD'],
    ['promotor', 'NPS'],
    ['détractors', 'NPS'],
    ['nps', 'NPS'],
    ['ROI', 'ROI'],
    ['return on invesment', 'ROI'],
  ])('%s finds %s among the first two', (query, name) => {
    expect(names(query).slice(0, 2)).toContain(name)
  })

  test('nothing typed, or no word in it, shows all in their order', () => {
    for (const query of ['', '   ', '"!?']) expect(search(query)).toEqual(sampleCards)
  })

  test('what is not there is not found', () => {
    expect(names('zzzz')).toEqual([])
    expect(names('nqs')).toEqual([])
  })

  test('a word that is there is not taken for a misspelling of another', () => {
    expect(search('cost').every(card => JSON.stringify(card).toLowerCase().includes('cost'))).toBe(true)
    expect(cardSearch(cards)('cost').map(card => card.name)).not.toContain('WIN_LOSS_RATIO')
  })

  test('all words count before any of them does', () => {
    expect(names('net lead')).toEqual(['COST_PER_NET_LEAD'])
  })

  test.each(['__proto__', 'constructor', 'a'.repeat(5000), '\ud800', '(', '\\'])('survives %j', text => {
    expect(() => cardSearch([cardOf(text)])(text)).not.toThrow()
    expect(() => search(text)).not.toThrow()
  })
})

test.each([
  ['is marketing working', 'ROMI'],
  ['how fast do deals close', 'SALES_CYCLE_LENGTH'],
  ['LTV', 'CLV'],
  ['on track for quota', 'QUOTA_ATTAINMENT'],
  ['percentage points', 'METRIC_CHANGE'],
  ['working hours', 'BUSINESS_HOURS_BETWEEN'],
  ['payback', 'CAC_PAYBACK_MONTHS'],
  ['win rate', 'WIN_RATE'],
  ['net leads', 'NET_LEADS_ISSUED'],
  ['total revnue', 'TOTAL_REVENUE'],
  ['close ratio', 'CLOSE_RATE'],
  ['AOV', 'AVERAGE_DEAL_SIZE'],
  ['speed to lead', 'LEAD_RESPONSE_TIME'],
  ['hit rate', 'WIN_RATE'],
  ['logo churn', 'CUSTOMER_CHURN_RATE'],
  ['ROAS', 'REVENUE_COST_RATIO'],
  ['MQL', 'LEADS_QUALIFIED'],
  ['LTV:CAC', 'CLV_CAC_RATIO'],
  ['pipline covrage', 'PIPELINE_COVERAGE'],
  ['sales velosity', 'SALES_VELOCITY'],
  ['avarage deal size', 'AVERAGE_DEAL_SIZE'],
])('in the catalogue, %s finds %s', (query, name) => {
  const found = cardSearch(cards)(query).map(card => card.name)
  expect(found.slice(0, 3)).toContain(name)
})
