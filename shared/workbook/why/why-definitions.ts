import { governing, termsOf } from '../../definitions/governing'
import { termsFor } from '../../definitions/resolve'
import type { DefinitionRow } from '../../definitions/row'
import { readDefinitions } from '../../definitions/table'
import type { TermValue } from '../../definitions/term'
import { builtInTerms } from '../../definitions/terms'
import { termWords } from '../../definitions/words'
import type { Metric } from '../../metrics/metric'
import { formulaTerms, termsRead } from '../../metrics/on-tables/dependencies'
import type { Asked } from '../../renderings/asked'
import { type Argument, isCellError } from '../../values'
import { titleOf } from '../definitions/term-states'
import type { Level } from '../questions'

type Used = Level['definitions']
type Governing = ReadonlyMap<string, DefinitionRow>

/** The terms by which a number was counted, each with the version that said so; 0 for a built-in default. */
export function definitionsUsed(asked: Asked, args: readonly Argument[]): Used {
  const { metric, onTables } = asked
  if (!onTables) return usedByCall(metric, asked, args)
  const { question, answer, wanted } = onTables
  const ids = termsRead(answer.metric)
  if (answer.reported) {
    const day = question.periods[0]?.from ?? 0
    const rows = governing(question.definitions.rows, day, answer.reported.version)
    return told(ids, termsOf(rows), rows)
  }
  const found = new Map<string, Used[number]>()
  for (const { terms, rows = new Map() } of answer.regimes) {
    const said = new Set(Object.keys(wanted.overrides))
    for (const one of told(ids, terms, rows)) {
      const words = said.has(one.term) ? `${one.words}, as the formula says itself` : one.words
      // A period may lie under two states of the definitions.
      found.set(`${one.term} ${words}`, { ...one, words })
    }
  }
  return [...found.values()]
}

/** Of a formula that is handed the definitions beside its numbers. */
function usedByCall(metric: Metric, { inputs }: Asked, args: readonly Argument[]): Used {
  const parameters = Object.entries(metric.parameters)
  const place = parameters.findIndex(([, parameter]) => 'definitions' in parameter)
  const set = place < 0 ? undefined : readDefinitions(args[place])
  if (!set || isCellError(set)) return []
  const [date] = parameters.find(([, parameter]) => 'date' in parameter) ?? []
  const day = date === undefined ? undefined : Number(inputs[date])
  // What has no date of its own goes by what is approved today.
  const governed =
    set.version === 0 ? undefined : day === undefined ? termsFor(set, 0, 'restated') : termsFor(set, day)
  if (isCellError(governed)) return []
  return told(formulaTerms(metric), governed?.terms ?? builtInTerms, governed?.rows ?? new Map())
}

function told(ids: readonly string[], terms: Readonly<Record<string, TermValue>>, rows: Governing): Used {
  return ids.flatMap(term => {
    const value = terms[term]
    if (value === undefined) return []
    return [
      { term, title: titleOf(term), words: termWords(term, value), version: rows.get(term)?.version ?? 0 },
    ]
  })
}
