import { metric } from '../metric'

export const activityCount = metric({
  name: 'ACTIVITY_COUNT',
  title: 'Number of activities',
  category: 'people',
  indicator: 'leading',
  better: 'higher',
  about:
    'Calls, emails, meetings and other activities of the period, of the types that count. A meeting counts as held ' +
    'only where its outcome says so; emails that a tool sends in bulk do not count.',
  questions: ['Are we doing enough of what leads to sales?', 'How is each rep doing?'],
  parameters: {
    activities: {
      unit: 'activities',
      about: 'Activities of the types that count, by their date',
      measured: { from: 'activities', rows: 'counted', at: 'at' },
    },
    types: {
      text: true,
      optional: true,
      about: 'Types to count, such as "call, meeting_held", or a range of them; left out, activity.types',
      term: 'activity.types',
    },
    rep: { text: true, optional: true, about: 'A rep; left out, all of them', column: 'rep' },
  },
  formula: 'activities',
  unit: 'activities',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section H: booked and held are two things' }],
  keywords: ['calls made', 'emails sent', 'meetings booked', 'meetings held', 'sales activity'],
  onTablesOnly: true,
})
