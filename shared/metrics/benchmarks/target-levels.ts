import type { Measure, RangeParameter } from '../metric'

/** Targets of the whole go before those of its parts, so that a team's and its reps' are not added. */
const levels = {
  whole_targets: ['not present(owner) and not present(segment)', 'Targets of everybody in the period'],
  owner_targets: ['present(owner)', 'Targets of owners, for where none is of everybody'],
  segment_targets: [
    'present(segment) and not present(owner)',
    'Targets of segments, for where none is of everybody or an owner',
  ],
} as const

type Level = keyof typeof levels

export const targetLevels = Object.keys(levels) as readonly Level[]

/** Rows of TARGETS whose period lies in the one that is asked for, of days to come too. */
export function ofTargets(rows: string, value?: string): Measure {
  const own = { from: 'targets', rows, over: ['period_start', 'period_end'], ahead: true } as const
  return value === undefined ? own : { ...own, value }
}

/** The targets that a rule is true of, level by level. */
export function targetsOfLevels(rule: string, unit: string): Readonly<Record<Level, RangeParameter>> {
  return Object.fromEntries(
    Object.entries(levels).map(([level, [rows, about]]): [string, RangeParameter] => [
      level,
      { rangeOf: unit, about, measured: ofTargets(`${rule} and ${rows}`, 'target') },
    ]),
  ) as Record<Level, RangeParameter>
}

/** The formula of the first level that has targets: their sum, or one of them where they cannot be added. */
export function targetFormula(taken: 'sum' | 'min' | 'max'): string {
  const [whole, owners, segments] = targetLevels.map(level => `${taken}(${level})`)
  return `if(count(whole_targets) > 0, ${whole}, if(count(owner_targets) > 0, ${owners}, ${segments}))`
}
