import type { Asked } from '../kit/formulas'

/** A cohort goes on after its quarter was locked. */
export const now: Asked = { basis: 'current' }

export const of = (component: string): Asked => ({ ...now, where: `"component=${component}"` })
