import { answer } from '../../shared/workbook/answer'
import type { Done, TemplateBuilt, TemplateCard } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { leads } from '../support/asking'
import { smallTemplate } from '../support/small-template'
import { serial } from '../support/tables'
import { dyingAtEachStep, failingAtEachStep } from './failing'
import { type FakeWorkbook, fakeWorkbook } from './fake-host'

const asking = (workbook: FakeWorkbook, question: string, asked: object) =>
  answerNow(answer(question, JSON.parse(JSON.stringify(asked)), [smallTemplate]), workbook.host)

const build = (workbook: FakeWorkbook, name = 'small') =>
  asking(workbook, 'buildTemplate', { name }) as Done<TemplateBuilt>

const sheetsOf = (workbook: FakeWorkbook) => [...workbook.sheets.keys()]

const first = (sheet: string) => ({ sheet, top: 0, left: 0, bottom: 0, right: 0 })

/** The team's own leads, under their name. */
function withLeads(): FakeWorkbook {
  const workbook = fakeWorkbook({ Export: leads, 'As of': [['As of', serial('2026-09-30')]] })
  const right = (leads[0]?.length ?? 1) - 1
  workbook.names.LEADS = { sheet: 'Export', top: 0, left: 0, bottom: leads.length - 1, right }
  workbook.names.AS_OF = { ...first('As of'), left: 1, right: 1 }
  return workbook
}

test('templates are told in words alone', () => {
  expect(asking(fakeWorkbook({ Notes: [] }), 'templates', {})).toEqual<TemplateCard[]>([
    {
      ...{ name: 'small', title: 'Net leads', forWhom: 'Whoever tests it' },
      ...{ shows: 'The net leads of a quarter.', sheets: ['Start', 'Board'] },
    },
  ])
})

test('where a host brings none, there are none', () => {
  const { host } = fakeWorkbook({ Notes: [] })
  expect(answerNow(answer('templates', {}), host)).toEqual([])
  expect(answerNow(answer('buildTemplate', { name: 'small' }), host)).toMatchObject({
    reason: 'There is no template small: choose one of the list.',
  })
})

test('an empty workbook gets the pages with a sample, and where they are is told', () => {
  const workbook = fakeWorkbook({ Sheet1: [] })
  expect(build(workbook)).toMatchObject({
    ...{ outcome: 'done', sheets: [first('Start'), first('Board')], uses: [], sample: ['LEADS'] },
  })
  expect(sheetsOf(workbook)).toEqual(['Sheet1', 'Start', 'Leads', 'Board'])
  expect(workbook.namesAsText()).toEqual(['AS_OF → Start!B1', 'LEADS → Leads!A1:L13'])
  expect(workbook.sheets.get('Board')?.dress?.charts).toHaveLength(1)
})

test('our functions get the prefix of the host, words in quotes and functions of others do not', () => {
  const workbook = fakeWorkbook({ Sheet1: [] })
  workbook.prefix = 'PLUMB.'
  build(workbook)
  expect(workbook.formula('Board!B1')).toBe(
    '=PLUMB.NET_LEADS_ISSUED(LEADS,DATE(2026,1,1),DATE(2026,3,31),"",AS_OF)',
  )
  expect(workbook.formula('Board!B2')).toBe('="ROI(1)"&ROUND(1.5,0)')
})

test('names that the workbook has are gone by, and no sample is brought', () => {
  const workbook = withLeads()
  expect(build(workbook)).toMatchObject({ outcome: 'done', uses: ['AS_OF', 'LEADS'], sample: [] })
  expect(sheetsOf(workbook)).toEqual(['Export', 'As of', 'Start', 'Board'])
  expect(workbook.namesAsText()).toEqual(['LEADS → Export!A1:L13', "AS_OF → 'As of'!B1"])
  expect(workbook.formula('Start!B1')).toBe('=AS_OF')
})

test('undone, the workbook is as it was', () => {
  for (const workbook of [withLeads(), fakeWorkbook({ Sheet1: [] })]) {
    const before = [sheetsOf(workbook), workbook.namesAsText()]
    const done = build(workbook)
    if (done.outcome !== 'done') throw new Error(JSON.stringify(done))
    expect(asking(workbook, 'undo', { undo: done.undo })).toMatchObject({ outcome: 'done' })
    expect([sheetsOf(workbook), workbook.namesAsText()]).toEqual(before)
  }
})

describe('is refused in a sentence, and nothing is changed', () => {
  test.each<[string, (workbook: FakeWorkbook) => void, string]>([
    [
      'where a sheet of that name is',
      workbook => workbook.sheets.set('START', { cells: [] }),
      'The workbook has a sheet named Start already',
    ],
    [
      'where several are',
      workbook => ['Start', 'Board'].map(name => workbook.sheets.set(name, { cells: [] })),
      'The workbook has sheets named Start, Board already',
    ],
    [
      'where LEADS is something else',
      workbook => Object.assign(workbook.names, { LEADS: first('As of') }),
      "The name LEADS stands for 'As of'!A1, where the template needs a table of leads: its headers lack lead_id, created_at",
    ],
    [
      'where AS_OF holds no day',
      workbook => Object.assign(workbook.names, { AS_OF: first('Export') }),
      'The name AS_OF stands for Export!A1, where the template needs a day',
    ],
    [
      'where AS_OF is more than a cell',
      workbook => Object.assign(workbook.names, { AS_OF: { ...first('Export'), bottom: 3 } }),
      'where the template needs one cell',
    ],
    [
      'where the definitions cannot be read',
      workbook => Object.assign(workbook.names, { DEFINITIONS: first('Export') }),
      'The definitions are there but cannot be read',
    ],
    [
      'where somebody else is saving',
      workbook => Object.assign(workbook, { locked: true }),
      'Somebody else is saving to this workbook right now',
    ],
  ])('%s', (_, spoil, sentence) => {
    const workbook = withLeads()
    spoil(workbook)
    const before = [sheetsOf(workbook), workbook.namesAsText()]
    const told = build(workbook) as { reason?: string }
    expect(told.reason).toContain(sentence)
    expect(told.reason).toMatch(/\.$/)
    expect([sheetsOf(workbook), workbook.namesAsText()]).toEqual(before)
    expect(workbook.applied).toEqual([])
  })
})

test('a name that points nowhere is pointed at what the template brings', () => {
  const workbook = fakeWorkbook({ Sheet1: [] })
  workbook.names.LEADS = undefined
  expect(build(workbook)).toMatchObject({ outcome: 'done', sample: ['LEADS'] })
  expect(workbook.namesAsText()).toContain('LEADS → Leads!A1:L13')
})

test('whichever step the host fails at, the workbook is as it was, or is whole', () => {
  const before = sheetsOf(withLeads())
  const whole = [...before, 'Start', 'Board']
  const steps = failingAtEachStep(withLeads, build, (workbook, failed) => {
    // Giving back the lock comes last: what was done stays done.
    expect(sheetsOf(workbook)).toEqual(failed === 'unlock' ? whole : before)
    expect(workbook.namesAsText()).toEqual(withLeads().namesAsText())
  })
  expect(steps).toBeGreaterThan(10)
})

test('whatever dies half way says where to look, and another can build it once that is gone', () => {
  dyingAtEachStep(withLeads, build, workbook => {
    for (const sheet of ['Start', 'Board']) workbook.sheets.delete(sheet)
    expect(build(workbook)).toMatchObject({ outcome: 'done' })
  })
})
