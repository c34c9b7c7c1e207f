import { answer } from '../../shared/workbook/answer'
import type { Finding } from '../../shared/workbook/questions'
import { answerLater } from '../../shared/workbook/run'
import type { Host } from '../../shared/workbook/steps'
import { ask } from './asked-workbook'
import { type SampleWorkbook, sampleWorkbook } from './sample-workbook'

function workbookToCheck(): SampleWorkbook {
  const workbook = sampleWorkbook()
  workbook.put('Metrics!B5', { formula: '=METRIC("WIN_RATE",B1,B1+89,"","","",DEALS)', value: 0.5 })
  workbook.put('Metrics!B6', { formula: '=ROI(B2,0)', value: { error: '#DIV/0!', reason: '' } })
  workbook.compute = () => 0.5
  return workbook
}

test('what is found wrong can be mended, shown and taken back by what was told', () => {
  const workbook = workbookToCheck()
  const checked = ask(workbook, 'checkSheet', { sheet: 'Metrics' })
  if (!('findings' in checked)) throw new Error(checked.reason)
  expect(checked.findings.map(({ kind }) => kind)).toEqual(['error', 'no definitions'])
  const together = ask(workbook, 'checkTogether', { used: checked.used })
  expect(Array.isArray(together)).toBe(true)
  const [, finding] = checked.findings as readonly [Finding, Finding]
  expect(ask(workbook, 'show', { area: finding.area })).toBe(true)
  expect(ask(workbook, 'selection', {})).toMatchObject({ text: 'Metrics!B5' })
  const done = ask(workbook, 'mend', { findings: checked.findings })
  if (!('outcome' in done) || done.outcome !== 'done') throw new Error(JSON.stringify(done))
  expect(workbook.formula('Metrics!B5')).toContain('DEFINITIONS')
  expect(ask(workbook, 'undo', { undo: done.undo })).toMatchObject({ outcome: 'done' })
  expect(workbook.formula('Metrics!B5')).not.toContain('DEFINITIONS')
})

test('why and evaluate come through JSON as they are', () => {
  const workbook = workbookToCheck()
  const why = ask(workbook, 'why', { cell: { sheet: 'Metrics', top: 4, left: 1, bottom: 4, right: 1 } })
  expect(why).toMatchObject({ levels: [{ name: 'METRIC', value: { number: expect.any(Number) } }] })
  expect(ask(workbook, 'evaluate', { name: 'ROI', args: ['5000', '1000'] })).toMatchObject({
    value: { number: 4 },
  })
})

test.each([
  ['why', { cell: { sheet: 'Nowhere', top: 0, left: 0, bottom: 0, right: 0 } }],
  ['why', { cell: 'B2' }],
  ['tablesAsked', { cell: { sheet: 'Metrics', top: 0, left: 0, bottom: 0, right: 0 }, level: 0 }],
  ['tablesAsked', { cell: { sheet: 'Metrics', top: 4, left: 1, bottom: 4, right: 1 }, level: 7 }],
  ['tablesAsked', { level: 0 }],
  ['evaluate', { name: '__proto__', args: [] }],
  ['evaluate', { name: 'ROI', args: [5] }],
  ['checkSheet', { sheet: 'Nowhere' }],
  ['checkTogether', { used: [{ definitions: 'X' }] }],
  ['mend', { findings: [{ kind: 'anything' }] }],
  ['show', { area: { sheet: 'Nowhere', top: 0, left: 0, bottom: 0, right: 0 } }],
] as const)('%s of %j is refused with a sentence', (question, asked) => {
  const workbook = workbookToCheck()
  const found = ask(workbook, question, asked as never)
  expect(found).toEqual({ error: '#VALUE!', reason: expect.stringMatching(/^[^\n]{10,}\.$/) })
  expect(workbook.applied).toEqual([])
})

test('a host that takes its time is told the same', async () => {
  const workbook = workbookToCheck()
  const later = Object.fromEntries(
    Object.entries(workbook.host).map(([name, act]) => [
      name,
      async (...given: readonly unknown[]) => (act as (...args: readonly unknown[]) => unknown)(...given),
    ]),
  ) as unknown as Host
  for (const [question, asked] of [
    ['checkSheet', { sheet: 'Metrics' }],
    ['why', { cell: { sheet: 'Metrics', top: 4, left: 1, bottom: 4, right: 1 } }],
    ['checkTogether', { used: [] }],
  ] as const) {
    expect(await answerLater(answer(question, asked), later)).toEqual(ask(workbook, question, asked as never))
  }
})
