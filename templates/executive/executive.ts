import { serialOfText } from '../../shared/formula/calendar'
import { approved } from '../kit/approved'
import type { Plan } from '../kit/template'
import { benchmarks } from './benchmarks'
import { overview } from './overview'
import { roiLevels } from './roi-levels'
import { quarters } from './trend'

export const executive: Plan = {
  name: 'executive',
  title: 'Executive overview',
  forWhom: 'Chief executives, finance and investors, once a quarter',
  shows: 'Whether the company grows, whether it earns on what selling costs, and whether customers stay.',
  start: { asOf: serialOfText('2026-06-30'), reports: 'PERIOD_START(AS_OF,"quarter",DEFINITIONS)-1' },
  tables: {
    leads: ['leads', 'history-leads'],
    deals: ['deals', 'history-deals'],
    costs: ['costs', 'history-costs'],
    subscriptions: ['subscriptions'],
    quotas: ['quotas'],
  },
  records: () => ({
    definitions: approved('2024-04-01', {
      'cost.rep_allocation': ['equal', 'Costs that name nobody are shared out evenly'],
    }).rows,
  }),
  pages: [overview, quarters, roiLevels, benchmarks],
}
