import fc from 'fast-check'
import { hashed, hashOf, mapped, type Names } from '../../../shared/tables/derived/names'
import { blockSize } from '../../../shared/tables/selection'

/** Meets the names of the rows from 1 on in blocks, and tells which row was known for each that was there before. */
function met(among: Names, names: readonly string[], replaces = (_row: number): boolean => false): string[] {
  const told: string[] = []
  for (let start = 0; start < names.length; start += blockSize) {
    const block = names.slice(start, start + blockSize)
    const rows = Int32Array.from(block, (_, index) => start + index + 1)
    among.meet(rows, block, block.length, (row, first) => {
      told.push(`${row}: ${first}`)
      return replaces(row)
    })
  }
  return told
}

const few = ['Ana', 'ana', 'ANA ', 'İ', 'i̇', 'K', 'k', 'Straße', 'STRASSE', 'Ç', 'ç', '', 'x', 'X']

test.each([
  ['few names', fc.constantFrom(...few)],
  ['many names', fc.integer({ min: 0, max: 5000 }).map(number => `Name ${number}`)],
])('of %s each finds the same rows in a map, by its hash, and by a hash that many share', (_, name) => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 1500 }), fc.boolean(), (names, fold) => {
      const nameOf = (row: number): string => names[row - 1] as string
      const replaces = (row: number): boolean => row % 3 === 0
      const expected = met(mapped(fold), names, replaces)
      expect(met(hashed(4, nameOf, fold), names, replaces)).toEqual(expected)
      const coarse = (text: string): number => hashOf(text, fold) % 5
      expect(met(hashed(4, nameOf, fold, coarse), names, replaces)).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test('many names find the rows that bore them, however often there are more of them', () => {
  const [last, different] = [6000, 2500]
  const names = Array.from({ length: last }, (_, index) => `Name ${index % different}`)
  const shouted = names.map((name, index) => (index < different ? name : name.toUpperCase()))
  const expected = names
    .slice(different)
    .map((_, index) => `${index + different + 1}: ${(index % different) + 1}`)
  for (const size of [4, last]) {
    expect(
      met(
        hashed(size, row => names[row - 1] as string, true),
        shouted,
      ),
    ).toEqual(expected)
  }
})

test('a row that stands for its name is the one that the next finds', () => {
  for (const among of [mapped(false), hashed(4, () => 'Ana', false)]) {
    expect(met(among, ['Ana', 'Ana', 'Ana', 'Ana'], row => row === 3)).toEqual(['2: 1', '3: 1', '4: 3'])
  }
})

test('a name is hashed alike however it is written, where capitals make no difference', () => {
  const same = ['Zoë Ångström', 'ZOË ÅNGSTRÖM', 'zoë ångström'].map(name => hashOf(name, true))
  expect(new Set(same).size).toBe(1)
  expect(hashOf('AZaz[@', true)).toBe(hashOf('azaz[@', true))
  expect(hashOf('Ana', false)).not.toBe(hashOf('ana', false))
  // FNV-1a of 32 bits, of no character and of “a”, its upper half mixed into the lower.
  const mixed = (hash: number): number => hash ^ (hash >>> 15)
  expect([hashOf('', false), hashOf('a', false)]).toEqual([mixed(0x811c9dc5 | 0), mixed(0xe40c292c | 0)])
})

test('names that happen to share a hash are kept apart', () => {
  const names = ['Ana', 'Ben', 'BEN', 'Ana', 'Ben']
  const one = (fold: boolean): Names =>
    hashed(
      4,
      row => names[row - 1] as string,
      fold,
      () => 7,
    )
  expect(met(one(true), names)).toEqual(['3: 2', '4: 1', '5: 2'])
  expect(met(one(false), names)).toEqual(['4: 1', '5: 2'])
})
