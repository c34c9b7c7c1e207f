import fc from 'fast-check'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import type { Argument, Cell, Matrix } from '../../../shared/values'
import { definitions } from '../../support/definitions'
import { serial } from '../../support/tables'

const header = 'respondent at score kind question'.split(' ')
const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]

const table = (...rows: readonly Cell[][]): Matrix => [
  header,
  ...rows.map(row => header.map((_, index) => row[index] ?? null)),
]
const ask = (metric: Argument, surveys: Matrix, defined: Argument = '') =>
  metricOnTables([metric, from, to, '', '', defined, surveys])

const many = (counts: Readonly<Record<number, number>>): Cell[][] =>
  Object.entries(counts).flatMap(([score, count]) =>
    Array.from({ length: count }, (_, index): Cell[] => [
      `${score}-${index}`,
      from + index,
      Number(score),
      'csat',
    ]),
  )

describe('CSAT', () => {
  test('of the catalogue: the top two boxes of 107', () => {
    expect(ask('CSAT', table(...many({ 5: 42, 4: 32, 3: 10, 2: 9, 1: 14 })))).toBe(74 / 107)
  })

  test('averages the questions of a respondent before it counts', () => {
    const rows = table(
      ['a', from, 5, 'csat', 'speed'],
      ['a', from, 3, 'csat', 'care'],
      ['b', from, 5, 'csat', 'speed'],
      ['b', from, 2, 'csat', 'care'],
    )
    expect(ask('CSAT', rows)).toBe(0.5)
  })

  test('reaches its threshold exactly', () => {
    const fifths = [4, 4, 4, 4, 5].map((score, index): Cell[] => ['a', from, score, 'csat', `q${index}`])
    expect(ask('CSAT', table(...fifths), definitions({ 'csat.threshold': 4.2 }))).toBe(1)
    expect(ask('CSAT', table(...fifths), definitions({ 'csat.threshold': 4.3 }))).toBe(0)
  })

  test('takes of one question the latest answer of the period', () => {
    const rows = table(
      ['a', from + 9, 5, 'csat', 'care'],
      ['a', from, 1, 'csat', 'care'],
      ['a', to + 1, 1, 'csat', 'care'],
      ['b', from - 1, 5, 'csat', 'care'],
    )
    expect(ask('CSAT', rows)).toBe(1)
  })

  test('takes those without a name for different people', () => {
    expect(ask('CSAT', table([null, from, 5, 'csat'], [null, from, 1, 'csat']))).toBe(0.5)
  })

  test('an answer off the scale is refused, even where a mean would hide it', () => {
    const rows = table(['a', from, 1, 'csat', 'speed'], ['a', from, 9, 'csat', 'care'])
    expect(ask('CSAT', rows)).toMatchObject({ error: '#NUM!', reason: expect.stringContaining('row 3 (a)') })
    expect(ask('CSAT', rows, definitions({ 'csat.scale': 10 }))).toBe(1)
  })

  test('of nobody is a division by 0; a blank score is no answer', () => {
    expect(ask('CSAT', table(['a', from, null, 'csat'], ['b', from, 9, 'nps']))).toMatchObject({
      error: '#DIV/0!',
    })
  })
})

describe('NPS', () => {
  const answers = [10, 9, 9, 8, 7, 6, 5, 10, 3, 9]

  test('of the catalogue is 20', () => {
    const rows = answers.map((score, index): Cell[] => [`r${index}`, from + index, score, 'NPS'])
    expect(ask('NPS', table(...rows))).toBe(20)
  })

  test('takes the latest answer of each respondent in the period; a 0 is an answer, a blank is none', () => {
    const rows = table(
      ['a', from, 10, 'nps'],
      ['a', from + 5, 0, 'nps'],
      ['a', to + 1, 10, 'nps'],
      ['b', from, 10, 'nps'],
      ['b', from + 1, null, 'nps'],
    )
    expect(ask('NPS', rows)).toBe(0)
  })

  test('knows its answers from those of other surveys, and takes those that do not say', () => {
    expect(ask('NPS', table(['a', from, 10, 'Customer Loyalty'], ['b', from, 1, 'CSAT']))).toBe(100)
    expect(ask('NPS', table(['a', from, 10], ['b', from, 0]))).toBe(0)
  })

  test('refuses what is no answer', () => {
    expect(ask('NPS', table(['a', from, 11, 'nps']))).toMatchObject({ error: '#NUM!' })
    expect(ask('NPS', table(['a', from, 7.5, 'nps']))).toMatchObject({ error: '#NUM!' })
    expect(ask('NPS', table(['a', from - 1, 7, 'nps']))).toMatchObject({ error: '#DIV/0!' })
  })

  test('is of a period', () => {
    expect(metricOnTables(['NPS', '', '', '', '', '', table(['a', from, 9])])).toMatchObject({
      error: '#VALUE!',
    })
  })
})

describe('the response rate', () => {
  test('divides who answered by who was asked, each once', () => {
    const rows = table(['a', from, 9], ['a', from, 8], ['b', from, null], ['c', from, null], ['d', from, 1])
    expect(ask('SURVEY_RESPONSE_RATE', rows)).toBe(0.5)
  })

  test('is not available where only answers are listed', () => {
    expect(ask('SURVEY_RESPONSE_RATE', table(['a', from, 9]))).toMatchObject({
      error: '#N/A',
      reason: expect.stringContaining('blank score'),
    })
  })
})

describe('on any answers', () => {
  const answer = fc.record({
    who: fc.constantFrom('a', 'b', 'c', 'd'),
    day: fc.integer({ min: from - 20, max: to + 20 }),
    score: fc.integer({ min: 1, max: 5 }),
    question: fc.constantFrom('x', 'y'),
  })
  const answers = fc.uniqueArray(answer, { minLength: 1, maxLength: 15, selector: ({ day }) => day })

  test('they agree with a plain count, in any order', () => {
    fc.assert(
      fc.property(answers, found => {
        const within = found.filter(({ day }) => day >= from && day <= to).sort((a, b) => b.day - a.day)
        const people = [...new Set(within.map(({ who }) => who))]
        const satisfied = people.filter(person => {
          const own = within.filter(({ who }) => who === person)
          const latest = ['x', 'y'].flatMap(asked => own.find(({ question }) => question === asked) ?? [])
          return latest.reduce((sum, { score }) => sum + score, 0) >= 4 * latest.length
        })
        const rows = found.map(({ who, day, score, question }): Cell[] => [who, day, score, 'csat', question])
        const result = ask('CSAT', table(...rows))
        if (people.length === 0) expect(result).toMatchObject({ error: '#DIV/0!' })
        else expect(result).toBe(satisfied.length / people.length)
        expect(ask('CSAT', table(...rows.reverse()))).toEqual(result)
      }),
      { numRuns: 200 },
    )
  })
})
