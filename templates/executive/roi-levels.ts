import { f, label, metric, type Span } from '../kit/formulas'
import { listing } from '../kit/listing'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { tiles } from '../kit/tiles'
import { waterfall } from '../kit/waterfall'

const eightQuarters: Span = { name: 'PERIOD', from: '{quarters.from.0}', to: 'PERIOD_TO' }

const yearly = `ROI_ANNUALISED(${metric('GROSS_PROFIT', { over: eightQuarters })},${metric('ACQUISITION_COST', { over: eightQuarters })},2,"",DEFINITIONS)`

export const roiLevels: PlanPage = {
  sheet: 'ROI levels',
  shows: 'Where the return was made: the team, each rep, each kind of deal',
  widths: [2, 30, 40, 16, 22, 12, 12, 12, 12],
  parts: [
    heading('Return on investment by level', basedOn),
    section('The team', 'What was sold against all that marketing and sales cost.'),
    listing({
      ...{ headers: ['Level', 'Return', 'Cost', 'Return on investment'], rows: 1 },
      formats: [undefined, 'whole', 'whole', 'percent'],
      formula: 'ROI_BY(DEALS,COSTS,LEADS,PERIOD_FROM,PERIOD_TO,"team","",DEFINITIONS,AS_OF)',
      label: f(label('ROI')),
    }),
    section('From revenue to what is left'),
    waterfall('money', [
      {
        title: 'Revenue',
        amount: metric('TOTAL_REVENUE'),
        isTotal: true,
        label: f(label('TOTAL_REVENUE')),
      },
      {
        title: 'Cost of what was sold',
        amount: `${metric('GROSS_PROFIT')}-${metric('TOTAL_REVENUE')}`,
        label: f(label('GROSS_PROFIT')),
      },
      {
        title: 'Marketing and sales',
        amount: `-${metric('ACQUISITION_COST')}`,
        label: f(label('ACQUISITION_COST')),
      },
      {
        title: 'Left',
        amount: '{money.ends.2}',
        isTotal: true,
        label: 'Gross profit less what selling it cost',
      },
    ]),
    section('Over eight quarters', 'The yearly rate at which what was spent grew into gross profit.'),
    tiles({ metric: 'ROI_ANNUALISED', title: 'Return a year', formula: yearly }),
    section('Each rep'),
    listing({
      ...{ headers: ['Rep', 'Return', 'Cost', 'Return on investment'], rows: 12 },
      formats: [undefined, 'whole', 'whole', 'percent'],
      formula: 'ROI_BY(DEALS,COSTS,LEADS,PERIOD_FROM,PERIOD_TO,"rep","",DEFINITIONS,AS_OF)',
      label: f(label('ROI')),
    }),
  ],
}
