import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'

/** What decides the credit of a deal's touches, which stand in their order in time. */
export interface Journey {
  /** Of each touch, how many days before the deal closed it was. */
  readonly ages: readonly number[]
  /** The touch after which the lead was there, and that after which the opportunity was; asked by model w only. */
  readonly leadTouch: () => number
  readonly dealTouch: () => number
}

type Model = (journey: Journey, halfLife: number) => readonly number[]

/**
 * The weights of a journey's touches, as whole numbers, so that the shares of a deal add up to all of it exactly. A
 * touch that is several of those that a position model names gets the credit of each; where no touches lie between,
 * theirs is shared by the named ones in proportion.
 */
export const models: Readonly<Record<string, Model>> = {
  first: ({ ages }) => ages.map((_, index) => (index === 0 ? 1 : 0)),
  last: ({ ages }) => ages.map((_, index) => (index === ages.length - 1 ? 1 : 0)),
  linear: ({ ages }) => ages.map(() => 1),
  u: ({ ages }) => positional(ages.length, [0, ages.length - 1], 40, 20),
  w: ({ ages, leadTouch, dealTouch }) => positional(ages.length, [0, leadTouch(), dealTouch()], 30, 10),
  decay: ({ ages }, halfLife) => halved(ages, halfLife),
}

/** Hundredths for each named place, and for all others together. */
function positional(
  touches: number,
  places: readonly number[],
  each: number,
  rest: number,
): readonly number[] {
  const others = touches - new Set(places).size
  const weights = Array.from({ length: touches }, () => 0)
  for (const place of places) weights[place] = (weights[place] as number) + each * Math.max(1, others)
  return weights.map(weight => (weight === 0 ? rest : weight))
}

/** As many digits as leave the sum of all a whole number that a double holds. */
function halved(ages: readonly number[], halfLife: number): readonly number[] {
  const youngest = Math.min(...ages)
  const scale = 2 ** Math.floor(52 - Math.log2(ages.length))
  return ages.map(age => Math.max(1, Math.round(half(age - youngest, halfLife) * scale)))
}

function half(days: number, halfLife: number): number {
  return Number(evaluate(treeOf('2 ^ (0 - days / half_life)'), { days, half_life: halfLife }))
}
