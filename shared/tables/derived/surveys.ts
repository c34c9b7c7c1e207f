import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'
import { perPeriod } from './per-period'

export const surveyColumns: Readonly<Record<string, DerivedColumn>> = {
  asked: {
    about: 'Whether somebody was asked, be it without an answer',
    reads: ['score', 'respondent'],
    read: asked,
  },
  latest_nps: {
    about: 'Whether it is the latest answer of its respondent in the period',
    reads: ['nps_answer', 'respondent', 'at', 'score'],
    read: rows => {
      const scores = perPeriod(rows, () => scoresOf(rows, 'nps_answer', () => ''))
      return row => scores().has(row)
    },
  },
  csat_score: {
    about:
      'The mean of what a respondent answered last to each question in the period; blank but in one row of each',
    reads: ['csat_answer', 'respondent', 'question', 'at', 'score', 'csat.scale'],
    read: rows => {
      const question = rows.read('question')
      const scores = perPeriod(rows, () =>
        scoresOf(rows, 'csat_answer', row => String(question(row) ?? '').toLowerCase()),
      )
      const checked = onScale(rows)
      return row => {
        checked(row)
        return scores().get(row) ?? null
      }
    },
  },
}

/** A list of answers alone does not tell how many were asked: everybody would seem to have answered. */
function asked({ read, last, isRow }: Rows): Reader {
  const [score, respondent] = [read('score'), read('respondent')]
  let unanswered = false
  for (let row = 1; row <= last && !unanswered; row++) unanswered = isRow(row) && score(row) === null
  return row => {
    if (unanswered) return respondent(row) !== null
    const remedy = 'add a row with a blank score for each who was asked and did not answer'
    throw cellError('#N/A', `surveys holds answers only, not who was asked: ${remedy}`)
  }
}

/** An answer off the scale would hide in a mean. */
function onScale({ read, context, label }: Rows): (row: number) => void {
  const [score, isAnswer] = [read('score'), read('csat_answer')]
  const scale = Number(context.terms['csat.scale'])
  return row => {
    const answer = Number(score(row))
    if (isAnswer(row) !== true || (answer >= 1 && answer <= scale)) return
    throw cellError('#NUM!', `${label(row)}: score is ${answer}: answers lie on the scale from 1 to ${scale}`)
  }
}

/** The score of each respondent, at the row of the latest answer. */
function scoresOf(
  { read, last, isRow }: Rows,
  rule: string,
  questionOf: (row: number) => string,
): ReadonlyMap<number, number> {
  const [counts, respondent, at, score] = [read(rule), read('respondent'), read('at'), read('score')]
  const isLater = (row: number, other: number): boolean => {
    const apart = Number(at(row)) - Number(at(other))
    // Of two at one moment the lower counts, wherever it stands: order means nothing in a table.
    return apart > 0 || (apart === 0 && Number(score(row)) < Number(score(other)))
  }
  const answers = new Map<unknown, Map<string, number>>()
  for (let row = 1; row <= last; row++) {
    if (!isRow(row) || counts(row) !== true) continue
    // Whoever gave no name is somebody else each time.
    const who = respondent(row) ?? row
    const own = answers.get(who) ?? new Map<string, number>()
    answers.set(who, own)
    const question = questionOf(row)
    const before = own.get(question)
    if (before === undefined || isLater(row, before)) own.set(question, row)
  }
  const scores = new Map<number, number>()
  for (const own of answers.values()) {
    const latest = [...own.values()]
    const row = latest.reduce((best, next) => (isLater(next, best) ? next : best))
    scores.set(row, meanOf(latest.map(answer => Number(score(answer)))))
  }
  return scores
}

/** Rounded once; a mean that reaches a threshold exactly still does. */
function meanOf(scores: readonly number[]): number {
  return scores.length === 1 ? (scores[0] as number) : Number(evaluate(treeOf('mean(scores)'), { scores }))
}
