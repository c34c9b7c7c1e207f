import type { Asked } from '../kit/formulas'

export const mine: Asked = { where: '"owner="&REP' }

export const weeks = 8
