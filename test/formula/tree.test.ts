import { parse } from '../../shared/formula/parse'
import { childrenOf, functionArity, isFunctionName, namesIn } from '../../shared/formula/tree'
import { treeOf } from '../../shared/formula/trees'

test('names are found wherever they stand, each once, in the order of the text', () => {
  expect(namesIn(treeOf('b * (a + b) / max(c, 2, d) - 1'))).toEqual(['b', 'a', 'c', 'd'])
  expect(namesIn(treeOf('not (a > 1 and b = "text") or code in lead.codes'))).toEqual([
    'a',
    'b',
    'code',
    'lead.codes',
  ])
  expect(namesIn(treeOf('1 + 2'))).toEqual([])
})

test('the parts of a formula are its operands and arguments', () => {
  expect(childrenOf(treeOf('a - b'))).toEqual([treeOf('a'), treeOf('b')])
  expect(childrenOf(treeOf('not a'))).toEqual([treeOf('a')])
  expect(childrenOf(treeOf('if(a > 1, b, 3)'))).toEqual([treeOf('a > 1'), treeOf('b'), treeOf('3')])
  expect(['a', '1', '"text"'].map(formula => childrenOf(treeOf(formula)))).toEqual([[], [], []])
})

test.each(Object.entries(functionArity))('%s takes as many arguments as it says', (name, [least, most]) => {
  expect(isFunctionName(name)).toBe(true)
  const call = (count: number) => parse(`${name}(${Array.from({ length: count }, () => 'a').join(', ')})`)
  for (let count = least; count <= most; count++) expect(call(count)).toMatchObject({ kind: 'call', name })
  expect(call(most + 1)).toHaveProperty('message')
  if (least > 1) expect(call(least - 1)).toHaveProperty('message')
})

test('what every object has is no function', () => {
  for (const name of ['constructor', 'toString', 'sqrt', '']) expect(isFunctionName(name)).toBe(false)
})

test('a formula is parsed once, and one that cannot be says why', () => {
  expect(treeOf('a + 12345')).toBe(treeOf('a + 12345'))
  expect(() => treeOf('a +')).toThrow(
    new SyntaxError('a +: expected a number, a name or “(” instead of the end (at 3)'),
  )
})
