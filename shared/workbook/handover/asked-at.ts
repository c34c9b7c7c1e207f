import type { Asked } from '../../renderings/asked'
import type { Argument, CellError } from '../../values'
import { askedOfCall, type Element } from '../formulas/asked-call'
import type { OwnCall } from '../formulas/own-calls'

type Answered = Asked | CellError | undefined

const known = new WeakMap<object, Map<string, Answered>>()

/** The metric that a call computes in one of its cells: asked once, since tables may be long. */
export function askedAt({ call, name }: OwnCall, args: readonly Argument[], element: Element): Answered {
  const answers = known.get(call) ?? new Map<string, Answered>()
  known.set(call, answers)
  const key = `${element.row} ${element.column}`
  if (!answers.has(key)) answers.set(key, askedOfCall(name, args, element))
  return answers.get(key)
}
