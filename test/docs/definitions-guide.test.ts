import { readFileSync } from 'node:fs'
import { serialOf, serialOfText } from '../../shared/formula/calendar'
import { functions } from '../../shared/functions'
import type { Argument, Cell, Matrix } from '../../shared/values'
import { coreMatrix, sampleTable } from '../support/tables'

const guide = readFileSync('docs/guides/definitions.md', 'utf8')

/** The Markdown table below a heading row, its cells as a person would type them. */
function definitionsOfGuide(): Matrix {
  const lines = guide.split('\n').filter(line => /^\| (term|[a-z]+\.[a-z_]+) \|/.test(line))
  return lines.map(line =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((text): Cell => {
        if (/^\d{4}-\d\d-\d\d$/.test(text)) return serialOfText(text)
        return /^\d+$/.test(text) ? Number(text) : text
      }),
  )
}

const ranges: Readonly<Record<string, Matrix>> = {
  DEFINITIONS: definitionsOfGuide(),
  LEADS: coreMatrix(sampleTable('leads')),
  COSTS: coreMatrix(sampleTable('costs')),
}

function argument(text: string): Argument {
  const date = /^DATE\((\d+),(\d+),(\d+)\)$/.exec(text)
  if (date) return serialOf(Number(date[1]), Number(date[2]), Number(date[3]))
  return text.startsWith('"') ? text.slice(1, -1) : ranges[text]
}

function compute(formula: string): unknown {
  const [, name = '', args = ''] = /^=([A-Z_]+)\((.*)\)$/.exec(formula) ?? []
  return functions.find(declared => declared.name === name)?.compute(args.split(', ').map(argument))
}

const rows = [...guide.matchAll(/^\| `(=[^`]+)` \| (\S+) \|/gm)].map(([, formula = '', answer = '']) => [
  formula,
  answer,
])

test('the guide has examples', () => {
  expect(rows.length).toBeGreaterThan(4)
})

test.each(rows)('%s shows %s, as the guide says', (formula, answer) => {
  expect(String(compute(formula as string))).toBe(answer)
})

test('its explanation names the version and the rows left out', () => {
  const [explain = '', parts = ''] = [...guide.matchAll(/^=METRIC_[EP].*$/gm)].map(([formula]) => formula)
  expect(compute(explain)).toContain('Definitions v1')
  expect(compute(explain)).toContain('coded as no lead within the dispute window')
  expect(compute(parts)).toContainEqual(['denominator', 7, null])
})
