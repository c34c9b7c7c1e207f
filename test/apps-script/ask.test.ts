import { askServer, type Server } from '../../apps-script/sidebar/ask'
import { appsScript } from '../../build/apps-script'
import { fakeSheets, sheetsServices } from './fake-sheets'
import { loadScript } from './load'

describe('a question to the script, as the page asks it', () => {
  const undo = { expected: [], names: [], edits: [] }
  let script: string
  beforeAll(async () => {
    script = await appsScript()
  })

  /** Google's client script: what is asked and answered is text, and answers come later. */
  function serverOf(call: (question: unknown, asked: unknown) => unknown): Server {
    const run = (succeed: (answer: string) => void, fail: (error: Error) => void): Server => ({
      withSuccessHandler: handler => run(handler, fail),
      withFailureHandler: handler => run(succeed, handler),
      plumblineAsk(question, asked) {
        Promise.resolve()
          .then(() => call(question, asked))
          .then(answer => succeed(answer as string), fail)
      },
    })
    return run(
      () => {},
      () => {},
    )
  }

  function realServer() {
    const book = fakeSheets(['Leads'])
    const { call } = loadScript(
      script,
      sheetsServices(() => ({ book, editor: book })),
    )
    return { book, call: (question: unknown, asked: unknown) => call('plumblineAsk', [question, asked]) }
  }

  test('comes back as the core answers it', async () => {
    const { book, call } = realServer()
    const area = { sheet: 'Leads', top: 0, left: 0, bottom: 0, right: 0 }
    const edits = [{ do: 'write', area, cells: [['=1+1']] }] as const
    const ask = askServer(() => serverOf(call))
    const done = await ask('undo', { undo: { ...undo, edits } })
    expect(done).toMatchObject({ outcome: 'done', undo: { expected: [{ values: [['=1+1']] }] } })
    expect(book.sheets[0]?.cells.get('1 1')).toMatchObject({ value: '=1+1', formula: '', format: '@' })
    expect(await ask('undo', done as never)).toMatchObject({ outcome: 'done' })
    expect(book.sheets[0]?.cells.get('1 1')).toMatchObject({ value: '', format: 'General' })
    expect(book.lock).toBe(null)
  })

  test.each([
    ['no JSON', 'undo', '{'],
    ['no text', 'undo', { undo }],
    ['nothing', undefined, undefined],
    ['an unknown question', 'insertFormula', '{}'],
    ['a question of the prototype', 'constructor', '{}'],
    ['more than anybody would ask', 'undo', `"${'x'.repeat(20_000_001)}"`],
  ])('%s is answered with a sentence', (_, question, asked) => {
    const answer = realServer().call(question, asked)
    expect(typeof answer).toBe('string')
    expect(JSON.parse(answer as string)).toEqual({ error: '#VALUE!', reason: expect.stringMatching(/\.$/) })
  })

  test.each([
    ['NetworkError: Connection failure due to HTTP 0', 'The connection to Google Sheets was lost.'],
    ['Exceeded maximum execution time', 'This took longer than Google Sheets allows.'],
    ['You do not have permission to call that', 'allow Plumbline.'],
    ['We are sorry, a server error occurred', 'could not answer: We are sorry, a server error occurred.'],
  ])('when Google says %j there is an answer that says what to do', async (message, says) => {
    const failing = serverOf(() => {
      throw new Error(message)
    })
    expect(await askServer(() => failing)('undo', { undo })).toEqual({
      error: '#N/A',
      reason: expect.stringMatching(/Whether it was done is not known/),
    })
    expect(await askServer(() => failing)('undo', { undo })).toMatchObject({
      reason: expect.stringContaining(says),
    })
  })

  test('an answer that never comes is not waited for', async () => {
    jest.useFakeTimers()
    const silent = serverOf(() => new Promise(() => {}))
    const answer = askServer(() => silent)('undo', { undo })
    await jest.advanceTimersByTimeAsync(370_000)
    expect(await answer).toMatchObject({ reason: expect.stringContaining('within six minutes') })
    jest.useRealTimers()
  })

  test('an answer that is none, and a page without a server, are answers too', async () => {
    expect(await askServer(() => serverOf(() => undefined))('undo', { undo })).toMatchObject({
      error: '#N/A',
    })
    const gone = () => {
      throw new ReferenceError('google is not defined')
    }
    expect(await askServer(gone)('undo', { undo })).toMatchObject({ error: '#N/A' })
  })
})
