import { metric } from '../metric'

export const totalQuota = metric({
  name: 'TOTAL_QUOTA',
  title: 'Total quota',
  category: 'people',
  indicator: 'neither',
  better: 'neither',
  about:
    'The quotas of a period added up, each reduced while its rep ramps up. A quota counts where all of its period lies ' +
    'in the one that is asked for; one that does so in part only is refused, since its part would be a guess.',
  questions: ['Are we hitting quota?'],
  parameters: {
    quotas: {
      rangeOf: 'money',
      about: 'Full quotas whose period lies in the one that is asked for',
      measured: {
        from: 'quotas',
        rows: 'due',
        over: ['quota_from', 'quota_to'],
        ahead: true,
        value: 'quota',
      },
    },
    shares: {
      rangeOf: 'fraction',
      about: 'The share of each that is due in every month of its period, added up',
      alongside: 'quotas',
      measured: {
        from: 'quotas',
        rows: 'due',
        over: ['quota_from', 'quota_to'],
        ahead: true,
        value: 'ramp_shares',
      },
    },
    months: {
      rangeOf: 'number',
      about: 'Over how many months those shares were added up',
      alongside: 'quotas',
      measured: {
        from: 'quotas',
        rows: 'due',
        over: ['quota_from', 'quota_to'],
        ahead: true,
        value: 'ramp_months',
      },
    },
  },
  formula: 'sum(quotas * shares / months)',
  unit: 'money',
  errors: [{ when: 'quotas < 0', error: '#NUM!', reason: 'a quota is {quotas}: a quota cannot be below 0' }],
  examples: [],
  sources: [
    {
      label: 'Quota attainment with a ramp',
      url: 'https://www.closingfoundry.com/glossary/quota-attainment',
    },
  ],
  keywords: ['quota', 'sales target', 'ramped quota', 'team quota'],
  onTablesOnly: true,
  alsoTables: ['reps'],
})
