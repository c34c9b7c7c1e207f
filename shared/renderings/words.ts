import type { Operator } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { type Dialect, infix, render, usualLevels } from './render'

const spoken: Record<Operator, string> = {
  '+': ' plus ',
  '-': ' minus ',
  '*': ' times ',
  '/': ' divided by ',
  '^': ' to the power of ',
  '=': ' is ',
  '<>': ' is not ',
  '<': ' is below ',
  '<=': ' is at most ',
  '>': ' is above ',
  '>=': ' is at least ',
  and: ' and ',
  or: ' or ',
  in: ' is one of ',
}

const plainWords: Dialect = {
  number: text => text,
  text: text => `“${text}”`,
  name: name => name.replace(/[._]/g, ' '),
  not: operand => `not (${operand})`,
  operators: Object.fromEntries(
    Object.entries(spoken).map(([operator, word]) => [operator, infix(word)]),
  ) as Dialect['operators'],
  levels: usualLevels,
  calls: {
    if: (condition, yes, no) => `${yes} if ${condition}, else ${no}`,
    present: value => `${value} is given`,
    min: (...args) => `the smallest of ${args.join(', ')}`,
    max: (...args) => `the largest of ${args.join(', ')}`,
    sum: list => `the sum of ${list}`,
    count: list => `the number of ${list}`,
    mean: list => `the mean of ${list}`,
    median: list => `the median of ${list}`,
    percentile: (list, share) => `the value below which ${share} of ${list} lie`,
    product: list => `the product of ${list}`,
    first: list => `the first of ${list}`,
    last: list => `the last of ${list}`,
    position: list => `the position (1, 2, 3 and so on) in ${list}`,
    largest: (list, many) => `the ${many} largest of ${list}`,
    latest: (list, many) => `the latest ${many} of ${list}`,
    floor: value => `the whole part of ${value}`,
    ceil: value => `${value}, rounded up to a whole number`,
    abs: value => `${value} without its sign`,
    irr: (flows, dates) =>
      `the yearly rate at which ${flows}, each discounted from its date in ${dates}, add up to 0`,
    normal_quantile: share => `the normal quantile of ${share}`,
    business_hours: (start, end, open, close, weekend, holidays) =>
      `the hours from ${start} to ${end} that lie between ${open} and ${close}, without the free days of ${weekend} and without ${holidays}`,
    period_start: (date, grain, ...terms) => `the first day of the ${grain} that holds ${date}${by(terms)}`,
    period_end: (date, grain, ...terms) => `the last day of the ${grain} that holds ${date}${by(terms)}`,
    fiscal_period: (date, grain, ...terms) => `the name of the ${grain} that holds ${date}${by(terms)}`,
    years_between: (start, end, dayCount) => `the years from ${start} to ${end} by ${dayCount}`,
  },
  special: tree => {
    const counted = tree.kind === 'call' && tree.name === 'count' ? tree.args[0] : undefined
    if (counted?.kind !== 'binary') return undefined
    const [left, right] = [counted.left, counted.right].map(part => render(part, plainWords))
    return `the number of ${left} that are${spoken[counted.operator].replace(/^ is/, '')}${right}`
  },
}

function by(terms: readonly string[]): string {
  return `, by ${terms.slice(0, -1).join(', ')} and ${terms.slice(-1)}`
}

/** A formula as one would read it out: `(returns minus cost) divided by cost`. */
export function inWords(formula: string): string {
  return render(treeOf(formula), plainWords)
}
