import { byKey } from '../kit/by-key'
import { f, label, metric } from '../kit/formulas'
import { listing } from '../kit/listing'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { ahead } from './asked'

const revenueBy = `METRIC_BY("TOTAL_REVENUE","owner",PERIOD_FROM,PERIOD_TO,"",AS_OF,DEFINITIONS,DEALS)`

export const reps: PlanPage = {
  sheet: 'Reps',
  shows: 'Everybody side by side',
  widths: [2, 30, 14, 10, 14, 12, 12, 16, 14],
  parts: [
    heading('Reps', basedOn),
    byKey({
      ...{ headers: ['Rep', 'Revenue', 'Deals'], formula: revenueBy, column: 'owner', format: 'whole' },
      beside: [
        {
          header: 'Attainment',
          formula: where => metric('QUOTA_ATTAINMENT', { where }),
          format: 'percent',
        },
        { header: 'Win rate', formula: where => metric('WIN_RATE', { where }), format: 'percent' },
        { header: 'Activities', formula: where => metric('ACTIVITY_COUNT', { where }), format: 'whole' },
        {
          header: 'Days to close',
          formula: where => metric('SALES_CYCLE_LENGTH', { where }),
          format: 'decimals',
        },
        {
          header: 'Weighted',
          formula: where => metric('WEIGHTED_PIPELINE', { where, over: ahead }),
          format: 'whole',
        },
      ],
      ...{ rows: 12, shown: 2, label: f(label('TOTAL_REVENUE')), anchor: 'reps' },
    }),
    section('Leads: who answers, and how fast'),
    listing({
      ...{ headers: ['Rep', 'Net leads', 'Hours', 'In time'], rows: 12 },
      formats: [undefined, 'whole', 'decimals', 'percent'],
      formula: 'RESPONSE_BY_REP(LEADS,PERIOD_FROM,PERIOD_TO,DEFINITIONS,AS_OF)',
      label: f(label('LEAD_RESPONSE_TIME')),
    }),
  ],
}
