import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { builtInTerms } from '../../shared/definitions/terms'
import { parse } from '../../shared/formula/parse'
import { namesIn } from '../../shared/formula/tree'
import { treeOf } from '../../shared/formula/trees'
import { checkCondition, sameUnit, type Unit, unitOf, unitOfFormula } from '../../shared/formula/units'
import { functions } from '../../shared/functions'
import { isOnTables } from '../../shared/metrics/by-name'
import { compute } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import { categories, isOptional, type Metric, withDefaults } from '../../shared/metrics/metric'
import { calculation } from '../../shared/renderings/calculation'
import { exampleSql } from '../../shared/renderings/page'
import { inWords } from '../../shared/renderings/words'
import { derivedColumns } from '../../shared/tables/derived/index'
import { rulesOf } from '../../shared/tables/row-rules/index'
import type { RowSource } from '../../shared/tables/rows'
import type { TableName } from '../../shared/tables/schema'
import { schemas } from '../../shared/tables/schemas'
import { isCellError } from '../../shared/values'
import { referenceFile } from '../support/reference'

const named = metrics.map(metric => [metric.name, metric] as const)
const typed = named.filter(([, metric]) => !metric.onTablesOnly)

function unitsOf(metric: Metric, others: Readonly<Record<string, string>> = {}): Record<string, Unit> {
  const units = Object.entries(metric.parameters).map(([name, parameter]) => {
    const words =
      'rangeOf' in parameter ? parameter.rangeOf : 'unit' in parameter ? parameter.unit : 'fraction'
    return [name, unitOf(others[name] ?? words)]
  })
  return Object.fromEntries(units)
}

test('names are unique, fit every host and stand beside no built-in function or cell', () => {
  const names = functions.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) {
    expect(name).toMatch(/^[A-Z][A-Z0-9_]{2,63}$/)
    expect(name).not.toMatch(/_$|^[A-Z]{1,3}\d+$/)
  }
  expect(names).not.toEqual(
    expect.arrayContaining(['GROWTH', 'TREND', 'FORECAST', 'RATE', 'YIELD', 'IRR', 'NPV', 'RRI', 'MEDIAN']),
  )
})

const moments = ['as_of', 'known_until', 'period_from', 'period_to']
const ofCredits = ['cohort_at', 'cohort_lead', 'credit_shares']

/** Names in a rule that are no column, rule, derived column, moment or term. */
function unknownNames(source: RowSource, expression: string): readonly string[] {
  const terms = expression.endsWith('.*') ? [] : namesIn(treeOf(expression))
  return terms.filter(name => {
    if (name.includes('.')) return !isTerm(name)
    if (moments.includes(name) || rulesOf(source)[name] !== undefined) return false
    if (derivedColumns[source]?.[name] !== undefined) return false
    if (source !== 'credits') return schemas[source].columns[name] === undefined
    return !ofCredits.includes(name) && unknownNames('deals', name).length > 0
  })
}

/** A term of the definitions, or one that only a call says. */
function isTerm(id: string): boolean {
  return (
    id in builtInTerms ||
    metrics.some(({ parameters }) =>
      Object.values(parameters).some(parameter => 'term' in parameter && parameter.term === id),
    )
  )
}

describe.each(named)('%s', (_name, metric) => {
  test('its parameters can be those of a script in Google Sheets', () => {
    expect(() => new Function(...Object.keys(metric.parameters), '')).not.toThrow()
  })

  test('its units cancel to the unit of its result', () => {
    expect(sameUnit(unitOfFormula(treeOf(metric.formula), unitsOf(metric)), unitOf(metric.unit))).toBe(true)
  })

  test('its rules compare like with like', () => {
    for (const { when } of metric.errors) {
      expect(() => checkCondition(treeOf(when), unitsOf(metric))).not.toThrow()
    }
  })

  test('its texts are sentences that a person can read', () => {
    expect(metric.about.length).toBeLessThanOrEqual(1024)
    expect(metric.about).toMatch(/^[A-Z0-9].*\.$|: [^.]+\.?$/s)
    expect(categories[metric.category]).toBeDefined()
    expect(metric.sources.length).toBeGreaterThan(0)
    for (const { about } of Object.values(metric.parameters)) expect(about.length).toBeLessThanOrEqual(512)
  })

  test('its words name every parameter of its formula', () => {
    const words = metric.spoken ?? inWords(metric.formula)
    for (const name of namesIn(treeOf(metric.formula))) expect(words).toContain(name.replace(/[._]/g, ' '))
    expect(words).not.toMatch(/[*^_]| - /)
  })

  test('its reasons speak of parameters that it has', () => {
    for (const { reason } of metric.errors) {
      for (const [, name] of reason.matchAll(/\{(\w+)\}/g))
        expect(Object.keys(metric.parameters)).toContain(name)
    }
  })

  test('what it measures on tables is declared there', () => {
    for (const parameter of Object.values(metric.parameters)) {
      const measured = 'measured' in parameter ? parameter.measured : undefined
      if (!measured) continue
      if ('metric' in measured) expect(metrics.map(({ name }) => name)).toContain(measured.metric)
      else {
        for (const expression of [
          measured.rows,
          measured.at,
          measured.value,
          measured.distinct,
          measured.lag,
        ]) {
          if (expression !== undefined) expect(unknownNames(measured.from, expression)).toEqual([])
        }
      }
    }
    if (metric.onTablesOnly) expect(isOnTables(metric)).toBe(true)
  })
})

const sources = [...(Object.keys(schemas) as TableName[]), 'credits' as const]

test.each(sources)('the rules of %s speak of what there is', source => {
  for (const rule of Object.values(rulesOf(source))) expect(unknownNames(source, rule)).toEqual([])
  for (const { reads, looksInto = {} } of Object.values(derivedColumns[source] ?? {})) {
    for (const name of reads) expect(unknownNames(source, name)).toEqual([])
    for (const [other, names] of Object.entries(looksInto)) {
      for (const name of names) expect(unknownNames(other as RowSource, name)).toEqual([])
    }
  }
})

describe.each(typed)('%s', (_name, metric) => {
  test('has examples, the first of them an answer', () => {
    expect(metric.examples[0]).toBeDefined()
    expect(String(metric.examples[0]?.answer)).not.toMatch(/#/)
  })

  test.each(metric.examples.map(example => [JSON.stringify(example.given), example] as const))(
    'example %s',
    (_given, { given, answer }) => {
      const formulas = metric.results ? Object.values(metric.results) : [metric.formula]
      const results = formulas.map(formula => compute({ ...metric, formula }, withDefaults(metric, given)))
      expect(results.map(result => (isCellError(result) ? result.error : result))).toEqual(
        Array.isArray(answer) ? answer : results.map(() => answer),
      )
    },
  )

  test('its variants give the unit of the result too', () => {
    for (const { when, formula, units } of metric.variants ?? []) {
      expect(() => checkCondition(treeOf(when), unitsOf(metric))).not.toThrow()
      const unit = unitOfFormula(treeOf(formula), unitsOf(metric, units))
      expect(sameUnit(unit, unitOf(metric.unit)) || metric.unit === 'fraction per year').toBe(true)
    }
  })

  test('its calculation holds the numbers of its example', () => {
    const given = metric.examples[0]?.given ?? {}
    const written = calculation(metric, given)
    // A choice has decided which formula it is.
    const numbers = Object.entries(given).filter(([name]) => !('choices' in (metric.parameters[name] ?? {})))
    for (const value of numbers.flatMap(([, values]) => values)) expect(written).toContain(String(value))
    expect(parse(written.replace(/\{[^}]*\}/g, 'range'))).not.toHaveProperty('message')
  })

  test('its SQL speaks of its required columns', () => {
    if (metric.noSql) return
    const sql = exampleSql(metric)
    for (const [name, parameter] of Object.entries(metric.parameters)) {
      if (!isOptional(parameter) && !('choices' in parameter)) expect(sql).toContain(`"${name}"`)
    }
  })
})

const golden = referenceFile('spec', 'golden.csv')
const goldenTest = golden ? test : test.skip
goldenTest(
  'every golden value that is written as a call of ours is reproduced, to the last of its 20 digits rounded',
  () => {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(golden as string, 'utf8'), {
      header: true,
    })
    const checked: string[] = []
    for (const { key, call_or_inputs: call, value_20_sig: wanted } of data) {
      const parsed = /^([A-Z_]+)\(([-\d.,"a-z_]+)\)$/.exec(call ?? '')
      const metric = metrics.find(({ name, onTablesOnly }) => name === parsed?.[1] && !onTablesOnly)
      if (!metric || !parsed?.[2]) continue
      const values = parsed[2]
        .split(',')
        .map(text => (text.startsWith('"') ? text.slice(1, -1) : Number(text)))
      const given = Object.fromEntries(
        Object.keys(metric.parameters).map((name, index) => [name, values[index]] as const),
      )
      const known = Object.entries(given).filter(
        (entry): entry is [string, number | string] => entry[1] !== undefined,
      )
      const result = compute(metric, withDefaults(metric, Object.fromEntries(known)))
      expect([key, isCellError(result) ? result.error : result]).toEqual([
        key,
        wanted?.startsWith('#') ? wanted : Number(wanted),
      ])
      checked.push(key as string)
    }
    expect(checked.length).toBeGreaterThanOrEqual(13)
  },
)
