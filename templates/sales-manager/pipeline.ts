import { f, label, metric } from '../kit/formulas'
import { listing } from '../kit/listing'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'
import { ahead } from './asked'

const stages = ['Needs Analysis', 'Proposal/Price Quote', 'Negotiation/Review', 'Closed Won']

export const pipeline: PlanPage = {
  sheet: 'Pipeline',
  shows: 'Whether it is enough, and where it stalls',
  widths: [2, 34, 50, 16],
  print: { landscape: false, headerRows: 0 },
  parts: [
    heading('Pipeline', basedOn),
    section('Is there enough for next quarter?'),
    table({
      headers: ['Of the target', 'What it is', 'Times'],
      rows: [
        ['The whole target', f(label('PIPELINE_COVERAGE')), f(metric('PIPELINE_COVERAGE', { over: ahead }))],
        [
          'What is still to go of it',
          'Open pipeline by what is left of the target after what is won',
          f(
            `PIPELINE_COVERAGE(${metric('PIPELINE_VALUE', { over: ahead })},{target.3.1},${metric('TOTAL_REVENUE', { over: ahead })},"to_go",DEFINITIONS)`,
          ),
        ],
        ['Needed at this win rate', f(label('REQUIRED_COVERAGE')), f('REQUIRED_COVERAGE({tile.win_rate})')],
      ],
      ...{ formats: [undefined, undefined, 'decimals'], quiet: [1], anchor: 'coverage' },
    }),
    table({
      headers: ['Target of next quarter', 'Where it is from', 'Money'],
      rows: [['Revenue', 'As in TARGETS; type it here too', 70_000]],
      ...{ formats: [undefined, undefined, 'whole'], inputs: [2], quiet: [1], anchor: 'target' },
    }),
    section('Where do deals stall?'),
    table({
      headers: ['The longest stay', 'In words'],
      rows: [['', f('BOTTLENECK(STAGE_HISTORY,PERIOD_FROM,PERIOD_TO,DEFINITIONS,AS_OF)')]],
    }),
    table({
      headers: ['Stage reached', 'Of those that began'],
      rows: stages.map((stage, index) => [
        stage,
        index === 0
          ? 1
          : f(
              `STAGE_CONVERSION(STAGE_HISTORY,PERIOD_FROM,PERIOD_TO,"${stages[0]}","${stage}",DEFINITIONS,AS_OF)`,
            ),
      ]),
      ...{ formats: [undefined, 'percent'], anchor: 'funnel' },
    }),
    listing({
      ...{
        headers: ['Stage', 'Median days', 'Stays'],
        rows: 10,
        formats: [undefined, 'decimals', 'whole'],
      },
      formula: 'METRIC_BY("DAYS_IN_STAGE","stage",PERIOD_FROM,PERIOD_TO,"",AS_OF,DEFINITIONS,STAGE_HISTORY)',
      label: f(label('DAYS_IN_STAGE')),
    }),
    section('How sure is the win rate?', 'Of few deals the true rate may lie anywhere between the two.'),
    listing({
      ...{ headers: ['Lowest likely', 'Highest likely'], rows: 1, formats: ['percent', 'percent'] },
      formula: 'RATE_INTERVAL({parts.2.1},{parts.2.2})',
      ...{ label: f(label('RATE_INTERVAL')), anchor: 'interval' },
    }),
    listing({
      ...{
        headers: ['Made of', 'Value', 'Rows'],
        rows: 8,
        formats: [undefined, 'general', 'whole'],
        anchor: 'parts',
      },
      formula: 'METRIC_PARTS("WIN_RATE",PERIOD_FROM,PERIOD_TO,"",AS_OF,DEFINITIONS,DEALS)',
      label: f(label('WIN_RATE')),
    }),
  ],
}
