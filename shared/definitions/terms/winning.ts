import { stageDefaults } from '../stages'
import { terms } from '../term'

export const winningTerms = terms({
  'win_rate.variant': {
    type: 'enum',
    kind: 'policy',
    default: 'won_over_decided',
    choices: {
      won_over_decided: { about: 'won of won and lost', label: 'won ÷ decided' },
      competitive: {
        about: 'won of won and lost to a competitor',
        label: 'won ÷ won and lost to a competitor',
      },
      all_closed: { about: 'won of all closed, disqualified ones included', label: 'won ÷ all closed' },
      qualified_cohort: {
        about: 'won of all qualified opportunities created in the period, open ones included',
        label: 'won ÷ qualified created',
      },
      created_cohort: {
        about: 'won of all opportunities created in the period, open ones included',
        label: 'won ÷ created',
      },
    },
    governs: ['WIN_RATE'],
    about: 'What won deals are divided by.',
    sources: 'One table gives anything from a third to three quarters, by what it is divided by.',
  },
  'win_rate.basis': {
    type: 'enum',
    kind: 'policy',
    default: 'count',
    choices: { count: { about: 'deals' }, value: { about: 'the amounts of deals' } },
    governs: ['WIN_RATE'],
    about: 'Whether deals are counted or their amounts added.',
  },
  'win_rate.no_decision': {
    type: 'enum',
    kind: 'policy',
    default: 'lost',
    choices: {
      lost: { about: 'it counts as lost' },
      exclude: { about: 'it is left out' },
    },
    about: 'What a deal means in which the buyer decided nothing.',
  },
  'win_rate.disqualified': {
    type: 'enum',
    kind: 'policy',
    default: 'exclude',
    choices: {
      exclude: { about: 'it is left out' },
      lost: { about: 'it counts as lost' },
    },
    about: 'What a disqualified deal means.',
  },
  'close_rate.variant': {
    type: 'enum',
    kind: 'policy',
    default: 'won_over_total',
    choices: {
      closed_over_total: { about: 'closed, won or not, of all', label: 'closed ÷ all' },
      won_over_total: { about: 'won of all', label: 'won ÷ all' },
      won_over_closed: { about: 'won of closed: what most call the win rate', label: 'won ÷ closed' },
      opp_to_win: { about: 'won of the qualified opportunities', label: 'won ÷ qualified' },
    },
    governs: ['CLOSE_RATE'],
    about: 'What the close rate divides.',
    sources: 'Its own advocates give it two meanings, one of which is the win rate.',
  },
  'stage.map': {
    type: 'table',
    kind: 'policy',
    key: 'stage',
    keys: 'word',
    fields: {
      class: {
        type: 'enum',
        choices: {
          open: { about: 'still in the pipeline' },
          won: { about: 'won' },
          lost: { about: 'lost' },
          no_decision: { about: 'the buyer decided nothing' },
          disqualified: { about: 'it should not have been a deal' },
        },
      },
      qualified: { type: 'flag' },
      order: { type: 'int', min: 0, max: 99 },
      probability: { type: 'fraction', min: 0, max: 1 },
    },
    default: stageDefaults,
    about:
      'What each stage of the CRM means: its class, whether it is qualified, its order, its chance to be won.',
  },
  'cycle.clock_start': {
    type: 'enum',
    kind: 'policy',
    default: 'first_contact',
    choices: {
      first_contact: { about: 'the first contact that is known', label: 'from first contact' },
      lead_created: { about: 'the creation of the lead', label: 'from the lead' },
      opp_created: { about: 'the creation of the opportunity', label: 'from the opportunity' },
      qualified: { about: 'the day on which it was qualified', label: 'from qualification' },
    },
    governs: ['SALES_CYCLE_LENGTH'],
    about: 'When a sales cycle begins.',
  },
  'cycle.population': {
    type: 'enum',
    kind: 'policy',
    default: 'won',
    choices: {
      won: { about: 'won deals', label: 'won deals' },
      closed: { about: 'all closed deals', label: 'closed deals' },
    },
    governs: ['SALES_CYCLE_LENGTH'],
    about: 'Whose cycles count.',
  },
  'cycle.statistic': {
    type: 'enum',
    kind: 'policy',
    default: 'median',
    choices: {
      median: { about: 'half are shorter' },
      mean: { about: 'the average, which one long deal can move far' },
    },
    governs: ['SALES_CYCLE_LENGTH'],
    about: 'Which cycle stands for all of them.',
  },
  'deal_size.statistic': {
    type: 'enum',
    kind: 'policy',
    default: 'mean',
    choices: {
      mean: { about: 'the average' },
      median: { about: 'the middle one: the typical deal' },
    },
    governs: ['AVERAGE_DEAL_SIZE'],
    about: 'Which deal stands for all of them.',
  },
  'pipeline.stages': {
    type: 'set',
    words: true,
    kind: 'policy',
    default: ['qualified_open'],
    about: 'The stages that make up the pipeline: qualified_open, open, or stages by name.',
  },
  'coverage.variant': {
    type: 'enum',
    kind: 'policy',
    default: 'total',
    choices: {
      total: { about: 'the whole target', label: 'of the whole target' },
      to_go: { about: 'what is left of it after what is won', label: 'of the target to go' },
    },
    governs: ['PIPELINE_COVERAGE'],
    about: 'What the pipeline must cover.',
  },
  'forecast.probability_source': {
    type: 'enum',
    kind: 'policy',
    default: 'stage_table',
    choices: {
      stage_table: { about: 'that of its stage, in stage.map' },
      deal_fraction: { about: 'its own, written from 0 to 1' },
      deal_percent: { about: 'its own, written from 0 to 100' },
    },
    about: 'Which chance to be won weighs a deal; the scale is stated, since 1 could be either.',
  },
})
