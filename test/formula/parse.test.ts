import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { isFault, parse } from '../../shared/formula/parse'
import type { Tree } from '../../shared/formula/tree'
import { render, symbols, usualLevels } from '../../shared/renderings/render'
import { hostileInputs } from '../support/reference'

/** Every bracket that the parser understood, so that precedence shows. */
function bracketed(tree: Tree): string {
  switch (tree.kind) {
    case 'number':
      return tree.text
    case 'text':
      return `"${tree.text}"`
    case 'name':
      return tree.name
    case 'not':
      return `not ${bracketed(tree.operand)}`
    case 'call':
      return `${tree.name}(${tree.args.map(bracketed).join(', ')})`
    case 'binary':
      return `(${bracketed(tree.left)} ${tree.operator} ${bracketed(tree.right)})`
  }
}

function read(source: string): string {
  const tree = parse(source)
  return isFault(tree) ? `${tree.at}: ${tree.message}` : bracketed(tree)
}

test.each([
  ['a - b - c', '((a - b) - c)'],
  ['a - (b - c)', '(a - (b - c))'],
  ['a + b * c', '(a + (b * c))'],
  ['a / b / c', '((a / b) / c)'],
  ['a * b ^ 2', '(a * (b ^ 2))'],
  ['(a / b) ^ (1 / c) - 1', '(((a / b) ^ (1 / c)) - 1)'],
  ['a - -2', '(a - -2)'],
  ['a > 1 or b > 1 and c > 1', '((a > 1) or ((b > 1) and (c > 1)))'],
  ['not a = b and c = d', '(not (a = b) and (c = d))'],
  ['code in lead.net_subtract_codes', '(code in lead.net_subtract_codes)'],
  ['if(years < 1, a, max(b, c, 0))', 'if((years < 1), a, max(b, c, 0))'],
  ['choice = "simple"', '(choice = "simple")'],
  ['1.5e-3 + 2E3', '(1.5e-3 + 2E3)'],
  ['2.345 +  \n\t a', '(2.345 + a)'],
  ['1e308 + 1e-308', '(1e308 + 1e-308)'],
  ['12345678901234.5678901234567890', '12345678901234.5678901234567890'],
  ['min(1, 2, 3, 4, 5, 6, 7, 8, 9)', 'min(1, 2, 3, 4, 5, 6, 7, 8, 9)'],
])('%s is read as %s', (source, expected) => {
  expect(read(source)).toBe(expected)
})

test.each([
  ['', '0: expected a number, a name or “(” instead of the end'],
  ['a +', '3: expected a number, a name or “(” instead of the end'],
  ['a b', '2: expected an operator before “b”'],
  ['(a', '2: expected “)” instead of the end'],
  ['a ^ b ^ c', '6: put brackets around one of two powers in a row'],
  ['-2 ^ 2', '0: put brackets around a negative number before “^”'],
  ['-a', '0: a minus sign needs something to subtract from: write 0 - x'],
  ['a $ b', '2: “$” is not part of the formula language'],
  ['a = "open', '4: this text has no closing quote'],
  ['sqrt(a)', '0: “sqrt” is not a function of the formula language'],
  ['if(a, b)', '0: if takes 3 arguments, not 2'],
  ['1e100000000', '0: an exponent must lie between -308 and 308'],
  ['9e308', '0: an exponent must lie between -308 and 308'],
  ['1234567890123456789012345678901', '0: a number may have 30 digits at most'],
  ['0x1F', '1: expected an operator before “x1F”'],
  ['1_000', '1: expected an operator before “_000”'],
  ['1e-309', '0: an exponent must lie between -308 and 308'],
  ['2E309', '0: an exponent must lie between -308 and 308'],
  ['12345678901234.56789012345678901', '0: a number may have 30 digits at most'],
  ['and', '0: expected a number, a name or “(” instead of “and”'],
  ['a + or', '4: expected a number, a name or “(” instead of “or”'],
  ['a + not b', '4: expected a number, a name or “(” instead of “not”'],
  ['(in)', '1: expected a number, a name or “(” instead of “in”'],
  ['min(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)', '0: min takes 1 to 9 arguments, not 10'],
  ['-', '0: a minus sign needs something to subtract from: write 0 - x'],
  ['-2 ^', '0: put brackets around a negative number before “^”'],
  ['a in 5', '5: expected a name instead of “5”'],
  ['constructor(a)', '0: “constructor” is not a function of the formula language'],
])('%j is refused with its position', (source, expected) => {
  expect(read(source)).toBe(expected)
})

test('deep nesting and long chains are refused, not run into the stack', () => {
  expect(read('('.repeat(5000))).toContain('4000 characters')
  expect(read('('.repeat(300))).toContain('nested more than 100 deep')
  expect(read('not '.repeat(300))).toContain('nested more than 100 deep')
})

test('brackets may be nested 100 deep, and stand side by side without end', () => {
  expect(read(`${'('.repeat(100)}a${')'.repeat(100)}`)).toBe('a')
  expect(read(`${'('.repeat(101)}a${')'.repeat(101)}`)).toContain('nested more than 100 deep')
  expect(read(Array.from({ length: 150 }, () => '(a)').join(' + '))).toContain('a + a')
})

test('a formula may have 4,000 characters', () => {
  expect(read(`a${' '.repeat(3999)}`)).toBe('a')
  expect(read(`a${' '.repeat(4000)}`)).toBe('4000: a formula may have 4000 characters at most')
})

test('any text gives a tree or a fault within the text', () => {
  const fragments = fc.constantFrom(
    'a',
    'b.c',
    '1',
    '2.5',
    '"x"',
    '(',
    ')',
    '+',
    '-',
    '*',
    '/',
    '^',
    '<',
    '<>',
    '=',
    ',',
  )
  const words = fc.constantFrom(' and ', ' or ', ' not ', ' in ', 'if(', 'sum(', ' ', '\n', '1e9', '"')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(fragments, words), { maxLength: 40 }).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(text, source => {
      const outcome = parse(source)
      if (isFault(outcome)) {
        expect(outcome.at).toBeGreaterThanOrEqual(0)
        expect(outcome.at).toBeLessThanOrEqual(source.length)
      }
    }),
    { numRuns: 2000 },
  )
})

test('what is written back is read as the same tree', () => {
  const atom = fc.constantFrom('a', 'b', '2', '0.5', '(c + 1)', 'max(a, b)')
  const { expression } = fc.letrec<{ expression: string }>(tie => ({
    expression: fc.oneof(
      { maxDepth: 5 },
      atom,
      fc
        .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
        .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    ),
  }))
  const own = {
    number: (text: string) => text,
    text: (text: string) => `"${text}"`,
    name: (name: string) => name,
    not: (operand: string) => `not ${operand}`,
    operators: symbols(' '),
    levels: usualLevels,
    calls: { max: (...args: string[]) => `max(${args.join(', ')})` },
  }
  fc.assert(
    fc.property(expression, source => {
      const tree = parse(source) as Tree
      expect(parse(render(tree, own))).toEqual(tree)
    }),
  )
})

const hostile = hostileInputs()
const each = hostile
  ? test.each(Object.values(hostile).flat())
  : test.skip.each(['the reference folder is absent'])
each('hostile input %j neither throws nor hangs', text => {
  expect(() => parse(text)).not.toThrow()
})

test('the grammar in the docstring names every operator', () => {
  const docstring = readFileSync('shared/formula/parse.ts', 'utf8').split('*/')[0] as string
  for (const operator of ['"or"', '"and"', '"not"', '"in"', '"+"', '"-"', '"*"', '"/"', '"^"']) {
    expect(docstring).toContain(operator)
  }
})
