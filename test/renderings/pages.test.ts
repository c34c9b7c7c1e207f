import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { metrics } from '../../shared/metrics/index'
import { cards } from '../../shared/renderings/card'
import { indexPage, pageName, pageOf } from '../../shared/renderings/page'

const folder = join(__dirname, '..', '..', 'docs', 'formulas')

function written(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

test.each(metrics.map(metric => [pageName(metric), metric] as const))(
  '%s is what its metric declares',
  (name, metric) => {
    expect(written(name)).toBe(pageOf(metric))
  },
)

test('the index is fresh, and no page is left of a metric that is gone', () => {
  expect(written('README.md')).toBe(indexPage())
  expect(readdirSync(folder).sort()).toEqual(['README.md', ...metrics.map(pageName)].sort())
})

test('every formula has a card whose Insert is a call of it', () => {
  expect(cards.map(({ name }) => name)).toEqual([
    ...metrics.map(({ name }) => name),
    'METRIC_CLASS',
    'METRIC',
  ])
  for (const { name, insert } of cards)
    expect(insert).toMatch(new RegExp(`^${name}\\(|^METRIC\\("${name}"|^METRIC\\(`))
})
