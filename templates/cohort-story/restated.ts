import { charts } from '../kit/chart'
import { f, label } from '../kit/formulas'
import { listing } from '../kit/listing'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { waterfall, waterfallChart } from '../kit/waterfall'
import { now } from './asked'

const underRules = (version: string) =>
  `RESTATED("COST_PER_NET_LEAD",PERIOD,"${version}","",AS_OF,DEFINITIONS,LEADS,COSTS)`

export const restated: PlanPage = {
  sheet: 'Restated',
  shows: 'What was reported first, what is reported now, and why they differ',
  widths: [2, 34, 50, 16, 16, 14, 14, 14, 14],
  parts: [
    heading('Reported, and reported again', basedOn),
    table({
      headers: ['Cost per net lead', 'What it is', 'Money'],
      rows: [
        [
          'As reported last',
          f('METRIC_LABEL("COST_PER_NET_LEAD",PERIOD,"as_reported",DEFINITIONS,LOCKS)'),
          f('AS_REPORTED("COST_PER_NET_LEAD",PERIOD,"",SNAPSHOT)'),
        ],
        [
          'By the first rules',
          f('METRIC_LABEL("COST_PER_NET_LEAD",PERIOD,"v1",DEFINITIONS,LOCKS)'),
          f(underRules('v1')),
        ],
        [
          'By the rules of today',
          f('METRIC_LABEL("COST_PER_NET_LEAD",PERIOD,"restated",DEFINITIONS,LOCKS)'),
          f(underRules('')),
        ],
      ],
      ...{ formats: [undefined, undefined, 'decimals'], quiet: [1], anchor: 'reported' },
    }),
    section('The bridge, term by term'),
    listing({
      headers: ['Step', 'Before', 'After', 'Difference'],
      ...{ rows: 6, formats: [undefined, 'decimals', 'decimals', 'decimals'], anchor: 'bridge' },
      formula: 'RESTATEMENT_BRIDGE("COST_PER_NET_LEAD",PERIOD,"v1","v2","",AS_OF,DEFINITIONS,LEADS,COSTS)',
      label: f(label('COST_PER_NET_LEAD', now)),
    }),
    section('Since it was reported', 'Whether rows or rules have changed since the quarter was locked.'),
    listing({
      ...{ headers: ['Part', 'Money', 'Why'], rows: 4, formats: [undefined, 'decimals'], centred: [2] },
      formula: 'DRIFT("COST_PER_NET_LEAD",PERIOD,"","",DEFINITIONS,SNAPSHOT,LEADS,DEALS,COSTS)',
      label: f(label('COST_PER_NET_LEAD')),
    }),
    section('As a chart'),
    waterfall('change', [
      {
        title: 'By the first rules',
        amount: '{reported.3.2}',
        isTotal: true,
        label: 'Version 1 of the definitions',
      },
      {
        title: 'Changed rules',
        amount: '{reported.3.3}-{reported.3.2}',
        label: 'All terms that changed since',
      },
      {
        title: 'By the rules of today',
        amount: '{reported.3.3}',
        isTotal: true,
        label: 'The latest version',
      },
    ]),
    charts([2], waterfallChart('From the first report to this one', 'change')),
  ],
}
