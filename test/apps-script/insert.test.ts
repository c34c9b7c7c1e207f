import { builtAppsScript, loadScript } from './load'
import { fakeSpreadsheet } from './spreadsheet'

type Fake = Parameters<typeof fakeSpreadsheet>[0]

describe('inserting a formula for the sidebar', () => {
  let script: string
  beforeAll(async () => {
    script = (await builtAppsScript()).script
  })

  function insert(fake: Fake, formula: unknown, over: unknown = null) {
    const { services, done } = fakeSpreadsheet(fake)
    const answer = loadScript(script, services).call('plumblineInsertFormula', [formula, over])
    return { answer: JSON.parse(JSON.stringify(answer)), done }
  }

  test('writes it into the active cell, and says where and what it shows', () => {
    const { answer, done } = insert({ cell: { shown: '' } }, '=ROI(5000, 1000)')
    expect(answer).toEqual({ outcome: 'inserted', address: 'Metrics!B2', shown: '' })
    expect(done).toEqual(['set =ROI(5000, 1000)', 'flush'])
  })

  test('writes and reads it by the locale of the spreadsheet', () => {
    const { answer, done } = insert({ locale: 'de_DE' }, '=ROI_ANNUALISED(5000, 1000, 2.5)')
    expect(answer).toMatchObject({ outcome: 'inserted' })
    expect(done).toEqual(['set =ROI_ANNUALISED(5000; 1000; 2,5)', 'flush'])
  })

  test('a cell that still says Loading shows nothing yet', () => {
    const cell = { formula: '=A1', shown: 'Loading...' }
    const over = { address: 'Metrics!B2', content: '=A1' }
    expect(insert({ cell }, '=ROI(1, 2)', over).answer).toMatchObject({ outcome: 'inserted', shown: '' })
  })

  test.each([
    ['a number', { value: 5 }, '5'],
    ['a formula', { formula: '=SUM(A:A)', value: 5 }, '=SUM(A:A)'],
    ['what its format hides', { value: 5, shown: '' }, '5'],
    ['a 0', { value: 0 }, '0'],
  ])('asks before it replaces %s', (_, cell, content) => {
    const { answer, done } = insert({ cell }, '=ROI(1, 2)')
    expect(answer).toEqual({ outcome: 'occupied', cell: { address: 'Metrics!B2', content } })
    expect(done).toEqual([])
  })

  test('replaces what the user saw and agreed to replace', () => {
    const over = { address: "'My team''s sheet'!B2", content: '5' }
    const { answer } = insert({ sheet: "My team's sheet", cell: { value: 5 } }, '=ROI(1, 2)', over)
    expect(answer).toMatchObject({ outcome: 'inserted', address: over.address })
  })

  test.each([
    ['other content', { address: 'Metrics!B2', content: '4' }],
    ['another cell', { address: 'Metrics!B3', content: '5' }],
    ['no cell at all', 'yes'],
    ['only part of one', { content: '5' }],
  ])('asks again when what was agreed to is %s', (_, over) => {
    const { answer, done } = insert({ cell: { value: 5 } }, '=ROI(1, 2)', over)
    expect(answer).toMatchObject({ outcome: 'occupied' })
    expect(done).toEqual([])
  })

  test('does not fill another cell, be it empty, than the one agreed to', () => {
    const { answer, done } = insert({}, '=ROI(1, 2)', { address: 'Metrics!C9', content: '5' })
    expect(answer).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('Metrics!B2') })
    expect(done).toEqual([])
  })

  test.each([
    ['no text', 5],
    ['nothing', undefined],
    ['text that is no formula', 'ROI(1, 2)'],
    ['only an equals sign', '='],
    ['a list', ['=ROI(1, 2)']],
    ['a formula that never ends', `=${'1+'.repeat(5000)}1`],
  ])('refuses %s', (_, formula) => {
    const { answer, done } = insert({}, formula)
    expect(answer).toMatchObject({ outcome: 'refused' })
    expect(done).toEqual([])
  })

  test('refuses where there is no cell, one of plain text, and one that is protected', () => {
    const reason = (fake: Fake) => insert(fake, '=ROI(1, 2)').answer.reason
    expect(reason({ cell: null })).toContain('Click a cell')
    expect(reason({ cell: { format: '@' } })).toContain('Format → Number → Automatic')
    expect(reason({ cell: { protectedBy: 'You cannot edit a protected cell.' } })).toContain(
      'Metrics!B2 be changed: You cannot edit a protected cell.',
    )
  })

  test('reads back what it wrote', () => {
    expect(insert({ cell: { becomes: '=roi( 1, 2 )' } }, '=ROI(1,2)').answer.outcome).toBe('inserted')
    expect(insert({ cell: { becomes: '' } }, '=ROI(1, 2)').answer.outcome).toBe('refused')
  })
})

describe('the menu', () => {
  test.each(['onOpen', 'onInstall'])('%s adds it with the user interface alone', async trigger => {
    const { script } = await builtAppsScript()
    const { services, done } = fakeSpreadsheet({})
    const { getUi } = services.SpreadsheetApp
    // Before authorisation no other service may be used, not even to look at the spreadsheet.
    const { context, call } = loadScript(script, { SpreadsheetApp: { getUi } })
    call(trigger, [{ authMode: 'NONE' }])
    expect(done).toEqual([
      'Plumbline: Open sidebar → plumblineOpenSidebar',
      'Plumbline: About and help → plumblineShowHelp',
      'added Plumbline',
    ])
    for (const entry of done.slice(0, 2))
      expect(typeof context[entry.split(' → ')[1] as string]).toBe('function')
  })

  test('opens the sidebar and the help', async () => {
    const { script } = await builtAppsScript()
    const { services, done } = fakeSpreadsheet({})
    const { call } = loadScript(script, services)
    call('plumblineOpenSidebar', [])
    call('plumblineShowHelp', [])
    expect(done[0]).toBe('sidebar sidebar: Plumbline')
    expect(done[1]).toContain('alert Plumbline: ')
  })
})
