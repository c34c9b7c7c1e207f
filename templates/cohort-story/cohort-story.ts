import { serialOfText } from '../../shared/formula/calendar'
import type { Plan } from '../kit/template'
import { attributable } from './attributable'
import { cohort } from './cohort'
import { compounding } from './compounding'
import { costBuild } from './cost-build'
import { nextTests } from './next-tests'
import { cohortRecords } from './records'
import { restated } from './restated'
import { story } from './story'

const tables = {
  leads: ['leads', 'history-leads'],
  deals: ['deals', 'history-deals'],
  costs: ['costs', 'history-costs'],
}

export const cohortStory: Plan = {
  name: 'cohort-story',
  title: 'The story of a quarter',
  forWhom: 'Marketing, sales and finance after a quarter, and whoever decides on the next budget',
  shows:
    'What was invested, what came of those same leads, what of it would have come anyway, and what to test next.',
  start: { asOf: serialOfText('2026-06-30'), reports: 'PERIOD_START(AS_OF,"quarter",DEFINITIONS)-1' },
  tables,
  records: samples => cohortRecords(samples, tables),
  pages: [story, cohort, costBuild, attributable, compounding, restated, nextTests],
}
