/** A source of random numbers that gives the same ones in every run. */
export type Random = () => number

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item
}

function upTo(size: number, random: Random): number {
  return Math.floor(random() * size)
}

const special = [0, 1, 2, 3, 0.5, 0.1, 0.3, 1 / 3, 2 / 3, 0.25, 1e-7, 1e15, 2 ** 53, 1e21, 1e22, 1e23]

const kinds: readonly ((random: Random) => number)[] = [
  // As people type them.
  random => upTo(1e8, random) / 100,
  random => upTo(5000, random),
  random => upTo(1000, random) / 1000,
  random => upTo(48, random) / 4,
  random => upTo(1e6, random) / 1e4,
  // As other cells compute them: 16 and 17 digits.
  random => random() * 10 ** upTo(9, random),
  random => (1 + upTo(3650, random)) / 365,
  random => upTo(100, random) / 100 + upTo(100, random) / 100,
  // The far ends, and what is special.
  random => random() * 10 ** (upTo(600, random) - 300),
  random => (1 + upTo(9, random)) * 10 ** (upTo(40, random) - 20),
  random => pick(special, random),
]

/** Arguments that together are hard to compute with: alike, opposed, cancelling, far apart. */
export function hardNumbers(count: number, random: Random): number[] {
  const numbers: number[] = []
  while (numbers.length < count) {
    const former = numbers.length > 0 && random() < 0.3 ? pick(numbers, random) : undefined
    const size = former === undefined ? pick(kinds, random)(random) : near(former, random)
    numbers.push(random() < 0.1 ? -size : size)
  }
  return numbers
}

/** The same number, a neighbour of it, or one that differs in a late digit. */
function near(number: number, random: Random): number {
  if (random() < 0.2) return number
  if (random() < 0.4) return number * (1 + (upTo(9, random) - 4) * 2 ** -52)
  return number * (1 + random() * 10 ** -upTo(14, random))
}
