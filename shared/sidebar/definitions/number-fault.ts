import type { Limits } from '../../workbook/questions'
import { messages } from '../messages'
import { type Format, plainNumber, typedNumber } from '../parts/format'

const text = messages.editor

/** What is wrong with a number as it was typed, if anything is. */
export function numberFault(typed: string, limits: Limits & { whole: boolean }, format: Format) {
  const plain = plainNumber(typed, format.locale)
  if (plain === undefined) return text.numberFault(format.number(limits.whole ? 12 : 0.25))
  const number = Number(plain)
  if (limits.whole && !Number.isInteger(number)) return text.wholeFault
  return isWithin(number, limits) ? undefined : limitsText(limits, format)
}

function isWithin(number: number, { min, max, above }: Limits): boolean {
  return !(
    (min !== undefined && number < min) ||
    (max !== undefined && number > max) ||
    (above !== undefined && number <= above)
  )
}

/** `It must be at least 0 and at most 60.`; nothing where there are no limits. */
export function limitsText({ min, max, above }: Limits, format: Format): string | undefined {
  // Not grouped: a year is among them.
  const plain = (number: number) => typedNumber(String(number), format.locale)
  const parts = [
    ...(min === undefined ? [] : [text.atLeast(plain(min))]),
    ...(above === undefined ? [] : [text.above(plain(above))]),
    ...(max === undefined ? [] : [text.atMost(plain(max))]),
  ]
  return parts.length === 0 ? undefined : text.limits(parts)
}
