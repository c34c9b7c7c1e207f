import fc from 'fast-check'
import { answer } from '../../shared/workbook/answer'
import { answerNow } from '../../shared/workbook/run'
import { fakeWorkbook } from './fake-host'

const ask = (question: unknown, asked: unknown, workbook = fakeWorkbook({ Leads: [['a'], [1]] })) =>
  answerNow(answer(question, asked), workbook.host)

const a1 = { sheet: 'Leads', top: 0, left: 0, bottom: 0, right: 0 }

test.each(['constructor', '__proto__', 'toString', '', 7, null, undefined, ['undo'], 'answer'])(
  'the question %p is none',
  question => {
    expect(ask(question, {})).toEqual({ error: '#VALUE!', reason: expect.stringContaining('does not know') })
  },
)

test.each([
  ['nothing', undefined],
  ['a number', 5],
  ['a list', []],
  ['no expected blocks', { undo: { edits: [] } }],
  [
    'an edit of another kind',
    { undo: { expected: [], names: [], edits: [{ do: 'add sheet', sheet: 'X' }] } },
  ],
  ['an edit from the prototype', { undo: { expected: [], names: [], edits: [{ do: 'constructor' }] } }],
  [
    'a sheet that is no text',
    { undo: { expected: [], names: [], edits: [{ do: 'remove sheet', sheet: 5 }] } },
  ],
  [
    'a name beyond all measure',
    { undo: { expected: [], names: [], edits: [{ do: 'name', name: 'x'.repeat(999) }] } },
  ],
  [
    'an upside-down area',
    { undo: { expected: [], names: [], edits: [{ do: 'name', name: 'X', area: { ...a1, top: 1 } }] } },
  ],
  [
    'an area with half a row',
    { undo: { expected: [], names: [], edits: [{ do: 'name', name: 'X', area: { ...a1, bottom: 0.5 } }] } },
  ],
  [
    'an endless area',
    { undo: { expected: [], names: [], edits: [{ do: 'name', name: 'X', area: { ...a1, bottom: 1e9 } }] } },
  ],
  [
    'a formula without =',
    { undo: { expected: [], names: [], edits: [{ do: 'write', area: a1, cells: [[{ formula: 'A1' }]] }] } },
  ],
  ['NaN', { undo: { expected: [], names: [], edits: [{ do: 'write', area: a1, cells: [[Number.NaN]] }] } }],
])('an undo of %s is refused with a sentence, and nothing is done', (_, asked) => {
  const workbook = fakeWorkbook({ Leads: [['a'], [1]] })
  expect(ask('undo', asked, workbook)).toEqual({
    error: '#VALUE!',
    reason: expect.stringMatching(/^The sidebar asked .+\.$/),
  })
  expect(workbook.applied).toEqual([])
})

test('whatever is asked, the answer is a record and nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constant('undo'), fc.string()),
      fc.anything({ withNullPrototype: true }),
      (question, asked) => {
        expect(ask(question, asked)).toMatchObject({ error: '#VALUE!' })
      },
    ),
  )
})

test('what nobody foresaw comes as a sentence, without a stack', () => {
  const workbook = fakeWorkbook({ Leads: [['a']] })
  workbook.before = () => {
    throw new TypeError('x is undefined')
  }
  const undo = { expected: [{ area: a1, values: [['a']], formulas: [['']] }], names: [], edits: [] }
  const { reason } = ask('undo', { undo }, workbook) as { reason: string }
  expect(reason).toContain('x is undefined')
  expect(reason).not.toContain('\n')
})
