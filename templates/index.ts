import type { Template } from '../shared/workbook/template'
import { cohortStory } from './cohort-story/cohort-story'
import { executive } from './executive/executive'
import type { Samples } from './kit/sample'
import { type Plan, templateOf } from './kit/template'
import { rep } from './rep/rep'
import { salesManager } from './sales-manager/sales-manager'
import { selfTest } from './self-test/self-test'
import { setUp } from './set-up'
import { weekly } from './weekly/weekly'

const plans: readonly Plan[] = [executive, salesManager, rep, weekly, cohortStory, setUp]

/** The workbooks that people start from; `samples` gives the CSV files of `templates/sample`. */
export function templatesWith(samples: Samples): readonly Template[] {
  return [...plans.map(plan => templateOf(plan, samples)), selfTest(samples)]
}
