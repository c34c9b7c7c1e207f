import { childrenOf, type Tree } from '../../shared/formula/tree'
import { treeOf } from '../../shared/formula/trees'
import { metrics } from '../../shared/metrics/index'
import { measuresOf } from '../../shared/metrics/on-tables/dependencies'
import { byFunction } from '../../shared/tables/derived/cost-sets'
import { rulesOf } from '../../shared/tables/row-rules/index'
import { reasonsOf } from '../../shared/tables/row-rules/reasons'
import type { RowSource } from '../../shared/tables/rows'
import { schemas } from '../../shared/tables/schemas'

const sources = [...Object.keys(schemas), 'credits'] as RowSource[]
const all = sources.flatMap(source =>
  Object.entries(reasonsOf(source)).map(([condition, reason]) => ({ source, condition, reason })),
)

/** Each condition on the rows of a table, and each part of one. */
function askedOf(source: RowSource): readonly Tree[] {
  const measures = metrics.flatMap(measuresOf).filter(({ from }) => from === source)
  const texts = [...Object.values(rulesOf(source)), ...measures.map(({ rows }) => rows)]
  // A team's own metric may ask for these sets of costs by name.
  const sets = source === 'costs' ? byFunction : []
  return [...texts, ...sets].flatMap(text => partsOf(treeOf(text)))
}

function partsOf(tree: Tree): readonly Tree[] {
  return [tree, ...childrenOf(tree).flatMap(partsOf)]
}

test.each(all)('of $source “$condition” is asked, and may leave a row out: $reason', row => {
  const { source, condition, reason } = row
  expect(askedOf(source)).toContainEqual(treeOf(condition))
  // It stands behind a number of rows: “3 test record”.
  expect(reason).toMatch(/^[a-z].*\w$/)
})

test('rows of a table that says no reasons are left out by their conditions', () => {
  expect(sources.filter(source => Object.keys(reasonsOf(source)).length === 0)).toEqual([
    'touches',
    'reps',
    'accounts',
  ])
  expect(rulesOf('credits').cohort_won).toBe('won_later and in_window')
  expect(rulesOf('leads')).toBe(schemas.leads.rules)
})
