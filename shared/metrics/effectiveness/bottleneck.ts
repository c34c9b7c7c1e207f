import { isCellError } from '../../values'
import { answersTo } from '../on-tables/answer'
import { measuresOf } from '../on-tables/dependencies'
import { rowsOf } from '../on-tables/part'
import { tableFunction } from '../on-tables/table-function'
import { daysInStage } from './days-in-stage'

/** The stage with the longest median stay, in words; of two alike the first by name. */
export const bottleneck = tableFunction({
  name: 'BOTTLENECK',
  title: 'Bottleneck',
  category: 'effectiveness',
  indicator: 'leading',
  better: 'neither',
  about:
    'The stage in which deals stay longest, by the median of the stays begun in the period, those that go on counted ' +
    'with their days so far. METRIC_BY("DAYS_IN_STAGE", "stage", …) gives all stages.',
  questions: ['Where does the pipeline stall?', 'Where did the system break?'],
  keywords: ['slowest stage', 'stuck deals', 'constraint', 'stall'],
  sources: [{ label: 'Catalogue of Plumbline, section E' }],
  tables: ['stage_history'],
  period: 'required',
  parameters: {},
  compute: question => {
    const wanted = [{ metric: daysInStage, basis: undefined, overrides: {} }]
    const whole = answersTo(question, wanted).at(0, 0, 0)
    if (isCellError(whole.value)) return whole.value
    const { groups, at } = answersTo(question, wanted, 'stage')
    const stays = groups
      .map((stage, group) => ({ stage, answer: at(0, 0, group) }))
      .filter(({ answer }) => typeof answer.value === 'number')
      .sort((a, b) => Number(b.answer.value) - Number(a.answer.value) || (a.stage < b.stage ? -1 : 1))
    const [longest] = stays
    if (!longest) return whole.value
    const { stage, answer } = longest
    const many = measuresOf(daysInStage).reduce((sum, measure) => sum + rowsOf(answer.part(measure)), 0)
    return `${stage}: median ${answer.value} days, ${many} ${many === 1 ? 'stay' : 'stays'}`
  },
})
