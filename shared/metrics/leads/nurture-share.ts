import { metric } from '../metric'

export const nurtureShare = metric({
  name: 'NURTURE_SHARE',
  title: 'Nurture share',
  category: 'leads',
  indicator: 'leading',
  better: 'neither',
  about:
    'Leads that came in during the period and were sorted out to be nurtured, as a share of those that somebody has looked at. Not now is not noise.',
  questions: ['What becomes of the leads that are not ready?'],
  parameters: {
    to_nurture: {
      unit: 'leads',
      about: 'Leads with an outcome code of the class nurture',
      measured: { from: 'leads', rows: 'assessed and nurtured', at: 'created_at' },
    },
    assessed_leads: {
      unit: 'leads',
      about: 'Leads that came in and were looked at: they say whether they qualify, or have a code',
      measured: { from: 'leads', rows: 'assessed', at: 'created_at' },
    },
  },
  formula: 'to_nurture / assessed_leads',
  unit: 'fraction',
  errors: [
    {
      when: 'assessed_leads = 0',
      error: '#DIV/0!',
      reason: 'no lead was looked at yet: there is none to nurture',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: nurture candidates are not rejected' }],
  keywords: ['nurturing', 'not yet leads', 'recycled leads'],
  onTablesOnly: true,
})
