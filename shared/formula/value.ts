import { type CellError, cellError } from '../values'
import type { Arithmetic, Quantity } from './quantity'

/** What a part of a formula is while it is computed. */
export type Value = Quantity | string | boolean | List
/** The numbers of a range, what was computed from them one by one, or what holds for each. */
export type List = readonly number[] | readonly Quantity[] | readonly boolean[]

export function isQuantity(value: Value | undefined): value is Quantity {
  return typeof value === 'object' && 'value' in value
}

export function isList(value: Value | undefined): value is List {
  return Array.isArray(value)
}

export function isExact({ error }: Quantity): boolean {
  return error === Number.NEGATIVE_INFINITY
}

/** @throws `CellError` where the formula computes with something else */
export function quantity(value: Value): Quantity {
  if (isQuantity(value)) return value
  throw mismatch('the formula computes with something that is not a single number')
}

/** The items of a list of numbers; a range's own are taken as they print. */
export function quantities(list: List, { from }: Arithmetic): readonly Quantity[] {
  return (list as readonly (number | Quantity | boolean)[]).map(item => {
    if (typeof item === 'number') return from(item)
    if (typeof item === 'object') return item
    throw mismatch('the formula computes with a condition')
  })
}

export function mismatch(reason: string): CellError {
  return cellError('#VALUE!', reason)
}
