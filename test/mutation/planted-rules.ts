/**
 * Plants every small fault into the rules over rows, those by which metrics measure included, one at a time, and counts
 * those that a test on tables notices. Rules are texts that are read when a formula is called: the tests need not be
 * loaded anew for each fault.
 */
import './without-shrinking'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { namesIn } from '../../shared/formula/tree'
import { treeOf } from '../../shared/formula/trees'
import { metrics } from '../../shared/metrics/index'
import { creditRules } from '../../shared/tables/credits'
import { schemas } from '../../shared/tables/schemas'
import { changedFormulas } from '../support/planted-faults'
import { type CollectedTest, collectTests } from './collected-tests'

const leastNoticed = 0.9
const folder = join(__dirname, '..')
const files = [
  ...readdirSync(join(folder, 'metrics', 'tables')).map(name => join(folder, 'metrics', 'tables', name)),
  join(folder, 'metrics', 'on-tables.test.ts'),
]

interface Rule {
  readonly name: string
  readonly text: string
  /** What is read in its place. */
  planted: string
}

const rules: Rule[] = []
/** Rules that were read since it was emptied. */
const readRules = new Set<Rule>()

const tables = Object.entries(schemas).map(([table, schema]) => [table, schema.rules] as const)
for (const [table, texts] of [...tables, ['credits', creditRules] as const]) {
  for (const name of Object.keys(texts)) rules.push(ruleIn(texts, name, `${table} ${name}`))
}
const measures = new Map(
  metrics.flatMap(({ name, parameters }) =>
    Object.entries(parameters).flatMap(([parameter, declared]) => {
      const measure = 'measured' in declared ? declared.measured : undefined
      return measure && 'rows' in measure ? [[measure, `${name} ${parameter}`] as const] : []
    }),
  ),
)
for (const [measure, name] of measures) rules.push(ruleIn(measure, 'rows', name))

/** The rule that stands there, from now on read with what is planted into it. */
function ruleIn(texts: object, key: string, name: string): Rule {
  const text = String(texts[key as keyof typeof texts])
  const rule = { name, text, planted: text }
  const get = () => {
    readRules.add(rule)
    return rule.planted
  }
  Object.defineProperty(texts, key, { get, enumerable: true })
  return rule
}

test('faults in rules are noticed', async () => {
  const tests = await timed(collectTests(files, require))
  let [all, noticed] = [0, 0]
  for (const rule of rules) {
    const asking = tests.filter(({ reads }) => reads.has(rule))
    for (const fault of faultsIn(rule)) {
      all++
      rule.planted = fault
      if (await fails(asking)) noticed++
      else console.log(`unnoticed: ${rule.name}: ${fault}`)
    }
    rule.planted = rule.text
  }
  console.log(`${noticed} of ${all} faults in rules are noticed: ${((noticed / all) * 100).toFixed(2)} %`)
  expect(noticed).toBeGreaterThanOrEqual(leastNoticed * all)
}, 3_600_000)

/** Another word in it, and a rule that always or never holds. */
function faultsIn({ text }: Rule): readonly string[] {
  const names = [...new Set(namesIn(treeOf(text)))]
  return [...changedFormulas(text, names), '1 = 1', '1 = 2']
}

/** The tests with the rules that each reads, quick ones first. */
async function timed(tests: readonly CollectedTest[]) {
  const found = []
  for (const each of tests) {
    readRules.clear()
    const start = performance.now()
    await each.run()
    found.push({ ...each, reads: new Set(readRules), time: performance.now() - start })
  }
  return found.sort((a, b) => a.time - b.time)
}

async function fails(tests: readonly CollectedTest[]): Promise<boolean> {
  for (const { run } of tests) {
    try {
      await run()
    } catch {
      return true
    }
  }
  return false
}
