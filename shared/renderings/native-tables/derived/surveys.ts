import { placeOf } from '../columns'
import { readCondition, readQuantity } from '../expression'
import { plainWords } from '../links'
import { exactText, fewEnough } from '../lookups'
import { noTwin, reference, type Source } from '../source'
import { members } from '../words'
import { both, type Condition, condition, either } from '../written'

/** Answers that the respondent did not correct later in the period; whoever gave no name is somebody else each time. */
export function latest(source: Source, rule: 'nps_answer' | 'csat_answer'): Condition {
  if (rule === 'csat_answer' && source.rows.has('question')) {
    throw noTwin(
      'what a respondent answered to several questions becomes one mean, which takes more than built-in functions',
    )
  }
  notAtOnce(source)
  const place = placeOf('respondent', source) as number
  const who = reference(source, place)
  fewEnough(source, source)
  plainWords(source, 'respondent')
  exactText({ source, column: 'respondent' })
  const [at, score] = [readQuantity('at', source).text, readQuantity('score', source).text]
  const { to } = source.period
  // A moment keeps 15 digits as a text: what is later is so by more than a tenth of a second.
  const later = `${who},${who},${at},">"&(${at}+0.000001),${at},"<"&(${to}+1),${score},">-1E+99"`
  const counted = kindsOf(source, rule).map(kind => `COUNTIFS(${later}${kind})`)
  return both(
    readCondition(rule, source),
    either(condition(`(${who}="")`), condition(`(${counted.join('+')}=0)`)),
  )
}

/** The conditions on the kind of survey, of which one must hold. */
function kindsOf(source: Source, rule: string): readonly string[] {
  const place = placeOf('kind', source)
  if (place === undefined) return ['']
  plainWords(source, 'kind')
  const kind = reference(source, place)
  const wanted = rule === 'nps_answer' ? npsWords : csatWords
  const words = members(source, place, rows => {
    const read = rows.read('kind')
    return row => wanted.includes(String(read(row)).toLowerCase())
  })
  return [...words, '""'].map(word => `,${kind},${word}`)
}

const npsWords = ['nps', 'net promoter score', 'customer loyalty']
const csatWords = ['csat', 'customer satisfaction']

/** Of two answers at one moment the core takes the lower, which no formula tells. */
function notAtOnce({ rows }: Source): void {
  const [counts, who, at] = [rows.read('present(score)'), rows.read('respondent'), rows.read('at')]
  const known = new Map<unknown, number[]>()
  for (let row = 1; row <= rows.last; row++) {
    const moment = at(row)
    if (counts(row) !== true || who(row) === null || typeof moment !== 'number') continue
    const others = known.get(who(row)) ?? []
    if (others.some(other => Math.abs(other - moment) < 0.00001)) {
      throw noTwin(`${rows.label(row)} gave two answers at one moment: which of them counts no formula tells`)
    }
    known.set(who(row), [...others, moment])
  }
}
