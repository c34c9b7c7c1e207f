import { declared, f, label, metric } from '../kit/formulas'
import { table } from '../kit/table'
import type { PlanPage } from '../kit/template'
import { basedOn, heading, section } from '../kit/text'

export const benchmarks: PlanPage = {
  sheet: 'Benchmarks',
  shows: 'The quarter against what you hold it to, and against the forecast',
  widths: [2, 26, 48, 14, 14, 14, 34],
  parts: [
    heading('Benchmarks', basedOn),
    section(
      'Held against',
      'Type the figure and where it is from: none is shipped as truth, these are made up.',
    ),
    table({
      headers: ['Metric', 'What it is', 'This quarter', 'Benchmark', 'Gap', 'Where the benchmark is from'],
      rows: [
        ['WIN_RATE', 0.5],
        ['PROFIT_MARGIN', 0.65],
        ['CAC', 25_000],
        ['GRR', 0.9],
        ['NRR', 1],
      ].map(([name, benchmark], row) => [
        declared(name as string).title,
        f(label(name as string)),
        f(metric(name as string)),
        benchmark as number,
        f(`BENCHMARK_GAP({held.3.${row + 1}},{held.4.${row + 1}},"${declared(name as string).better}")`),
        'made up: type your own',
      ]),
      rowFormats: ['percent', 'percent', 'whole', 'percent', 'percent'],
      formats: [undefined, undefined, undefined, undefined, 'percent'],
      ...{ inputs: [3, 5], quiet: [1], wrapped: [5], anchor: 'held' },
      colours: [
        { column: 4, when: '{cell}<0', look: 'watch' },
        { column: 4, when: '{cell}>=0', look: 'good' },
      ],
    }),
    section('Forecast', 'What was forecast for the quarter, and how near it came.'),
    table({
      headers: ['Metric', 'What it is', 'Revenue', 'Forecast', 'Accuracy', 'Too high or low by'],
      rows: [
        [
          'Forecast accuracy',
          f(label('FORECAST_ACCURACY')),
          f(metric('TOTAL_REVENUE')),
          60_000,
          f('FORECAST_ACCURACY({forecast.4.1},{forecast.3.1})'),
          f('FORECAST_BIAS({forecast.4.1},{forecast.3.1})'),
        ],
      ],
      formats: [undefined, undefined, 'whole', 'whole', 'percent', 'percent'],
      ...{ inputs: [3], quiet: [1], anchor: 'forecast' },
    }),
  ],
}
