import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { helps } from '../../shared/help'
import { cards } from '../../shared/renderings/card'
import { pages } from '../../shared/renderings/page'

const folder = join(__dirname, '..', '..', 'docs', 'formulas')

function written(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

const fresh = pages()

test.each([...fresh.keys()])('%s is what its formula declares', name => {
  expect(written(name)).toBe(fresh.get(name))
})

test('no page is left of a formula that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual([...fresh.keys()].sort())
})

test('every formula has a card whose Insert is a call of it', () => {
  expect(cards.map(({ name }) => name).sort()).toEqual([...new Set(helps.map(({ page }) => page))].sort())
  for (const { name, insert } of cards)
    expect(insert).toMatch(new RegExp(`^${name}\\(|^METRIC\\("${name}"|^METRIC\\(`))
})
