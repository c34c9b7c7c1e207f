import { change } from '../../shared/workbook/change'
import { withoutHoles } from '../../shared/workbook/holes'
import { answerNow } from '../../shared/workbook/run'
import { Refused } from '../../shared/workbook/steps'
import { fakeWorkbook } from './fake-host'

const area = { sheet: 'Leads', top: 0, left: 0, bottom: 2, right: 2 }

test('cells that are to be left alone split a write into rectangles', () => {
  const cells = [
    ['a', undefined, 'b'],
    ['c', undefined, 'd'],
    [undefined, 'e', 'f'],
  ]
  expect(withoutHoles({ do: 'write', area, cells })).toEqual([
    { do: 'write', area: { ...area, bottom: 1, right: 0 }, cells: [['a'], ['c']] },
    { do: 'write', area: { ...area, left: 2, bottom: 1 }, cells: [['b'], ['d']] },
    { do: 'write', area: { ...area, top: 2, left: 1 }, cells: [['e', 'f']] },
  ])
})

test('a write without such cells stays one block', () => {
  const cells = Array.from({ length: 3 }, () => ['a', null, 1])
  expect(withoutHoles({ do: 'write', area, cells })).toEqual([{ do: 'write', area, cells }])
})

test('where the connection breaks half way, the sentence says what may be left', () => {
  const workbook = fakeWorkbook({ Leads: [['a', 'b']] })
  let lost = false
  workbook.beforeEdit = () => {
    lost = workbook.applied.length === 1
    if (lost) throw new Error('the network is gone')
  }
  workbook.before = () => {
    if (lost) throw new Error('the network is gone')
  }
  const edits = [
    { do: 'write', area: { ...area, bottom: 0, right: 0 }, cells: [['x']] },
    { do: 'name', name: 'LEADS', area },
  ] as const
  expect(answerNow(change([], edits), workbook.host)).toEqual({
    outcome: 'refused',
    reason: expect.stringMatching(/^the network is gone\. .*may have been changed/),
  })
})

test('a lock that cannot be given back does not undo what was done', () => {
  const workbook = fakeWorkbook({ Leads: [['a']] })
  workbook.before = step => {
    if (step === 'unlock') throw new Refused('the network is gone')
  }
  const write = { do: 'write', area: { ...area, bottom: 0, right: 0 }, cells: [['x']] } as const
  expect(answerNow(change([], [write]), workbook.host)).toMatchObject({ outcome: 'done' })
  expect(workbook.value('Leads!A1')).toBe('x')
})

test('what was never done is not touched when a change is taken back', () => {
  const workbook = fakeWorkbook({ Leads: [['a', 'b']] })
  workbook.beforeEdit = edit => {
    if (edit.do === 'name') throw new Refused('No names today.')
  }
  const edits = [
    { do: 'write', area: { ...area, bottom: 0, right: 0 }, cells: [['x']] },
    { do: 'name', name: 'LEADS', area },
    { do: 'write', area: { ...area, left: 1, bottom: 0, right: 1 }, cells: [['y']] },
  ] as const
  expect(answerNow(change([], edits), workbook.host)).toEqual({
    outcome: 'refused',
    reason: 'No names today. Nothing was changed.',
  })
  expect(workbook.applied.map(edit => edit.do === 'write' && edit.cells)).toEqual([[['x']], [['a']]])
})
