import type { Tree } from '../../formula/tree'
import { openSeconds, openSecondsAfter, workingDays } from './calendar'
import { asCondition, asQuantity, write } from './expression'
import { noTwin, type Source } from './source'
import {
  both,
  choice,
  condition,
  either,
  factor,
  firstThere,
  not,
  type Quantity,
  quantity,
  type Written,
} from './written'

/** A call within a rule, row by row. */
export function call({ name, args }: Extract<Tree, { kind: 'call' }>, source: Source): Written {
  if (name === 'if') {
    const [test, then, otherwise] = args.map(part => write(part, source)) as [Written, Written, Written]
    const isCondition = then.kind === 'condition'
    if (!isCondition) return choice(asCondition(test), asQuantity(then), asQuantity(otherwise))
    const holds = asCondition(test)
    return either(both(holds, then), both(not(holds), asCondition(otherwise)))
  }
  if (name === 'present') {
    const own = write(args[0] as Tree, source)
    if (own.kind === 'condition')
      throw noTwin('whether a flag is there at all is not told from its being FALSE')
    return condition(own.present ?? '1')
  }
  const later = laterOf(name, args)
  const [first, second, ...others] = (later ? [args[0] as Tree, later] : args).map(part =>
    asQuantity(write(part, source)),
  ) as [Quantity, Quantity]
  if (others.length > 0) throw noTwin(`${name} of more than two takes more than built-in functions`)
  const present = condition(first.present ?? '1', second.present ?? '1')
  const bothPresent = present.factors.join('*') || undefined
  switch (name) {
    case 'days':
      return daysBetween(wholeDay(first), wholeDay(second), bothPresent)
    case 'seconds':
      if (later)
        return quantity(
          `((${second.text}>${first.text})*ROUND((${second.text}-${first.text})*86400,0))`,
          bothPresent,
        )
      return quantity(`ROUND((${second.text}-${first.text})*86400,0)`, bothPresent)
    case 'working_days':
      return quantity(workingDays(wholeDay(first), wholeDay(second), source), bothPresent, true)
    case 'open_seconds':
      return quantity((later ? openSecondsAfter : openSeconds)(first.text, second.text, source), bothPresent)
    case 'either':
      return isMoment(first) && isMoment(second)
        ? firstThere(first, second)
        : choice(condition(first.present ?? '1'), first, second)
    case 'min':
    case 'max':
      return extreme(first, second, name)
    default:
      throw noTwin(`${name} takes more than built-in functions`)
  }
}

/** A moment, which is 0 where it is blank. */
function isMoment({ text, present }: Quantity): boolean {
  return present === undefined || present === '0' || present === `(${text}>0)`
}

/** Of `seconds(start, max(start, end))`, which is never below 0, the end. */
function laterOf(name: string, [start, end]: readonly Tree[]): Tree | undefined {
  if ((name !== 'seconds' && name !== 'open_seconds') || end?.kind !== 'call' || end.name !== 'max')
    return undefined
  const [first, second] = end.args
  return JSON.stringify(first) === JSON.stringify(start) ? second : undefined
}

function wholeDay({ text, isWhole }: Quantity): string {
  return isWhole ? text : `INT(${text})`
}

function daysBetween(from: string, to: string, present: string | undefined): Quantity {
  return { ...quantity(`(${to}-${from})`, present, true), difference: [from, to] }
}

/** The one that is there, where only one is. */
function extreme(first: Quantity, second: Quantity, name: 'min' | 'max'): Quantity {
  const sign = name === 'max' ? '>' : '<'
  const isFirst = condition(`(${first.text}${sign}=${second.text})`)
  const larger = choice(isFirst, { ...first, present: undefined }, { ...second, present: undefined })
  const withSecond =
    second.present === undefined
      ? larger
      : choice(condition(second.present), larger, { ...first, present: undefined })
  const whole =
    first.present === undefined
      ? withSecond
      : choice(condition(first.present), withSecond, { ...second, present: undefined })
  const isOpen = first.present !== undefined && second.present !== undefined
  const present = isOpen
    ? factor(either(condition(first.present as string), condition(second.present as string)))
    : undefined
  return { ...whole, present }
}
