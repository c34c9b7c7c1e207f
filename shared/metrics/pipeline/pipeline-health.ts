import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type Cell, isCellError } from '../../values'
import { winRate } from '../effectiveness/win-rate'
import type { Metric } from '../metric'
import { type Answers, answersTo } from '../on-tables/answer'
import { overridesOf } from '../on-tables/own-function'
import { tableFunction } from '../on-tables/table-function'
import { pipelineCoverage } from './pipeline-coverage'
import { pipelineCreated } from './pipeline-created'
import { pipelineValue } from './pipeline-value'
import { slippageRate } from './slippage-rate'
import { stalePipelineShare } from './stale-pipeline-share'
import { weightedPipeline } from './weighted-pipeline'

const measured: readonly Metric[] = [
  pipelineValue,
  weightedPipeline,
  pipelineCreated,
  pipelineCoverage,
  winRate,
  stalePipelineShare,
  slippageRate,
]

/** A row {metric, value, flag} each; what a table is missing for is wrong in its own row only. */
export const pipelineHealth = tableFunction({
  name: 'PIPELINE_HEALTH',
  title: 'Pipeline health',
  category: 'pipeline',
  indicator: 'leading',
  better: 'neither',
  about:
    'The measures of the pipeline one below the other, each with a flag where it asks for action. There is no score: ' +
    'one number would hide what to do.',
  questions: ['Is there enough pipeline?', 'Where does the pipeline stall?', 'Will we make the target?'],
  keywords: ['pipeline review', 'pipeline hygiene', 'forecast call'],
  sources: [{ label: 'Catalogue of Plumbline, section G' }],
  tables: ['deals'],
  alsoTables: ['targets', 'activities', 'stage_history'],
  period: 'required',
  parameters: {},
  columns: ['metric', 'value', 'flag'],
  compute: question => {
    const answers = answersTo(
      question,
      measured.map(metric => ({ metric, basis: undefined, overrides: overridesOf(metric) })),
    )
    return measured.map((metric, index): Cell[] => {
      const { value } = answers.at(index, 0, 0)
      return [metric.name, value, typeof value === 'number' ? flagOf(metric, value, answers) : '']
    })
  },
})

function flagOf(metric: Metric, value: number, answers: Answers): string {
  switch (metric) {
    case pipelineValue:
      return value <= 0 ? 'nothing is open' : ''
    case pipelineCreated:
      return value <= 0 ? 'nothing was created' : ''
    case pipelineCoverage:
      return coverageFlag(value, answers.at(measured.indexOf(winRate), 0, 0).value)
    case stalePipelineShare:
      return value > 0 ? 'deals without activity' : ''
    case slippageRate:
      return value > 0 ? 'deals slipped' : ''
    default:
      return ''
  }
}

/** At a win rate, so many times the target must be open. */
function coverageFlag(coverage: number, rate: Cell): string {
  if (typeof rate !== 'number' || rate <= 0) return ''
  const short = evaluate(treeOf('coverage * rate'), { coverage, rate })
  if (isCellError(short) || Number(short) >= 1) return ''
  return `below the ${Number((1 / rate).toFixed(1))} times that this win rate needs`
}
