import fc from 'fast-check'
import { hashed, mapped } from '../../../shared/tables/derived/names'

test('names are found alike in few rows and in many', () => {
  const texts = ['Ana', 'ana', 'ANA ', 'İ', 'i̇', 'K', 'k', 'Straße', 'STRASSE', 'Ç', 'ç', '', 'x', 'X']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...texts), { maxLength: 200 }), fc.boolean(), (names, fold) => {
      const nameOf = (row: number): string => names[row - 1] as string
      const [few, many] = [mapped(fold), hashed(4, nameOf, fold)]
      for (let row = 1; row <= names.length; row++) {
        const name = nameOf(row)
        const first = few.firstOf(row, name, few.hashOf(name))
        expect(many.firstOf(row, name, many.hashOf(name))).toBe(first)
        if (row % 3 > 0) continue
        few.replaceFirst(row)
        many.replaceFirst(row)
      }
    }),
  )
})

test('many names find the rows that bore them, however often there are more of them', () => {
  const last = 3000
  const nameOf = (row: number): string => `Name ${row % 1000}`
  for (const size of [4, last]) {
    const names = hashed(size, nameOf, true)
    for (let row = 1; row <= last; row++) {
      const name = nameOf(row).toUpperCase()
      expect(names.firstOf(row, name, names.hashOf(name))).toBe(row <= 1000 ? row : ((row - 1) % 1000) + 1)
    }
  }
})

test('a name is hashed alike however it is written, where capitals make no difference', () => {
  const [folding, exact] = [true, false].map(fold => hashed(4, () => '', fold))
  const same = ['Zoë Ångström', 'ZOË ÅNGSTRÖM', 'zoë ångström'].map(name => folding?.hashOf(name))
  expect(new Set(same).size).toBe(1)
  expect(folding?.hashOf('AZaz[@')).toBe(folding?.hashOf('azaz[@'))
  expect(exact?.hashOf('Ana')).not.toBe(exact?.hashOf('ana'))
  // FNV-1a of 32 bits, of no character and of “a”, its upper half mixed into the lower.
  const mixed = (hash: number): number => hash ^ (hash >>> 15)
  expect([exact?.hashOf(''), exact?.hashOf('a')]).toEqual([mixed(0x811c9dc5 | 0), mixed(0xe40c292c | 0)])
})

test('names that happen to share a hash are kept apart', () => {
  for (const fold of [true, false]) {
    const names = ['', 'Ana', 'Ben', 'BEN', 'Ana']
    const { firstOf } = hashed(4, row => names[row] as string, fold)
    const firsts = [1, 2, 3, 4].map(row => firstOf(row, names[row] as string, 7))
    expect(firsts).toEqual([1, 2, fold ? 2 : 3, 1])
  }
})
