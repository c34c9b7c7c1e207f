import { hasControls } from '../letters'
import { shown } from '../values'
import type { Fault } from './fault'
import type { Bounds, Choices, Field, FieldType } from './term'

/** Reads one field of a table as it is written. */
export function fieldOf(type: FieldType, text: string): Field | Fault {
  switch (type.type) {
    case 'text':
      return hasControls(text) ? { fault: `${shown(text)} has a line break in it: remove it` } : text
    case 'flag':
      return ['yes', 'no', 'true', 'false'].includes(text.toLowerCase())
        ? ['yes', 'true'].includes(text.toLowerCase())
        : { fault: `${shown(text)} is neither yes nor no` }
    case 'enum':
      return choiceOf(text, type.choices)
    default:
      return numberOf(text, type)
  }
}

export function choiceOf(text: string, choices: Choices): string | Fault {
  const word = text.trim().toLowerCase()
  const known = Object.keys(choices)
  return known.includes(word) ? word : { fault: `${shown(text)} is none of ${known.join(', ')}` }
}

/** A number, or a text that is one and can be read in no other way. */
export function numberOf(
  cell: number | string | boolean,
  type: Bounds & { readonly type: 'int' | 'number' | 'fraction' },
): number | Fault {
  const number = typeof cell === 'string' && plainNumber.test(cell) ? Number(cell) : cell
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    return { fault: `${shown(cell)} is no number: write one such as 12 or 0.25` }
  }
  if (type.type === 'int' && !Number.isInteger(number)) return { fault: `${number} is no whole number` }
  const { min, max, above } = type
  const tooSmall = (min !== undefined && number < min) || (above !== undefined && number <= above)
  if (!tooSmall && !(max !== undefined && number > max)) return number + 0
  const percent = type.type === 'fraction' && number > 1 ? '; 60 % is written 0.6' : ''
  return { fault: `${number} is out of bounds: it must be ${boundsText(type)}${percent}` }
}

const plainNumber = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i

export function boundsText({ min, max, above }: Bounds): string {
  const parts = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
  ]
  return parts.join(' and ')
}
