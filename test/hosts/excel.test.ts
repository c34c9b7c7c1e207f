import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildExcelAddin } from '../../build/excel-addin'
import { functions } from '../../shared/functions'
import { browserPath } from '../support/browser'
import { type Case, type CaseAnswer, cases } from './cases'
import { invocation, shown } from './excel-case'
import { type Answer, type ExcelRuntime, openExcelRuntime } from './excel-runtime'

const withBrowser = browserPath === '' ? describe.skip : describe

withBrowser("the built functions.js in Microsoft's custom-functions runtime (needs a browser)", () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-excel-'))
  let excel: ExcelRuntime
  let answers: readonly Answer[]

  beforeAll(async () => {
    await buildExcelAddin(folder, 'https://localhost:3000')
    excel = await openExcelRuntime(readFileSync(join(folder, 'functions.js'), 'utf8'))
    answers = await excel.call(cases.map(invocation))
  })

  afterAll(async () => {
    await excel?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(cases.map((each, position) => [`${each.call}: ${each.name}`, each.expected, position] as const))(
    '%s',
    (_, expected, position) => {
      expect(shown(answers[position] as Answer)).toEqual(
        isSpill(expected) ? expected.map(row => row.map(excelAnswer)) : excelAnswer(expected),
      )
    },
  )

  test('every function is there under its name, and answers even when everything is left out', async () => {
    const nothing = functions.map(({ name, parameters }) => ({
      name,
      parameters: parameters.map(() => null),
    }))
    for (const answer of await excel.call(nothing))
      expect(answer).not.toMatchObject({ error: expect.stringMatching(/^code/) })
  })

  test('a name that is not ours is reported as unknown', async () => {
    const [answer] = await excel.call([{ name: 'NO_SUCH_METRIC', parameters: [] }])
    expect(answer).toMatchObject({ error: expect.stringMatching(/^code/) })
  })

  test('20,000 calls in one message are all answered, the failing ones too', async () => {
    const good = { name: 'ROI', parameters: [[[5000]], [[1000]]] }
    const bad = { name: 'ROI', parameters: [[[5000]], [[0]]] }
    const calls = Array.from({ length: 20_000 }, (_, position) => (position % 10 === 0 ? bad : good))
    const answered = await excel.call(calls)
    expect(answered).toHaveLength(20_000)
    expect(answered.filter(answer => 'error' in answer)).toHaveLength(2_000)
    expect(answered.filter(answer => JSON.stringify(shown(answer)) === '4')).toHaveLength(18_000)
  })
})

function isSpill(expected: Case['expected']): expected is readonly (readonly CaseAnswer[])[] {
  return Array.isArray(expected)
}

/** Excel shows the reason of `#VALUE!` and `#N/A` only; the runtime drops the others inside an array. */
function excelAnswer(expected: CaseAnswer): unknown {
  if (typeof expected !== 'object') return expected
  const { error, says } = expected
  const reasonShown = error === '#VALUE!' || error === '#N/A'
  if (!reasonShown || says === undefined) return expect.objectContaining({ error })
  return expect.objectContaining({ error, reason: expect.stringContaining(says) })
}
