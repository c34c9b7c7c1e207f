import type { Template } from '../shared/workbook/template'
import { executive } from './executive'
import type { Samples } from './kit/sample'
import { salesManager } from './sales-manager'
import { type Plan, templateOf } from './kit/template'

const plans: readonly Plan[] = [executive, salesManager]

/** The workbooks that people start from; `samples` gives the CSV files of `templates/sample`. */
export function templatesWith(samples: Samples): readonly Template[] {
  return plans.map(plan => templateOf(plan, samples))
}
