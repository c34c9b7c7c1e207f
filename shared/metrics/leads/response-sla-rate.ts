import { metric } from '../metric'

export const responseSlaRate = metric({
  name: 'RESPONSE_SLA_RATE',
  title: 'Response SLA rate',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about:
    'Net leads issued in the period that were answered within the agreed time, as a share of those answered at all ' +
    'and those whose time is up. A lead that still has time is neither.',
  questions: ['How fast do we answer?', 'Does sales follow up?'],
  parameters: {
    in_time: {
      unit: 'leads',
      about: 'Leads answered within the agreed time, to the second',
      measured: { from: 'leads', rows: 'net and in_time', at: 'issued_at' },
    },
    due: {
      unit: 'leads',
      about: 'Leads answered, and those unanswered whose time is up',
      measured: { from: 'leads', rows: 'net and due', at: 'issued_at' },
    },
    sla_hours: {
      unit: 'hours',
      about:
        'The agreed time for all leads; left out, sla.response_hours, which may have one for each source',
      optional: true,
      term: 'sla.response_hours',
    },
  },
  formula: 'in_time / due',
  unit: 'fraction',
  errors: [
    {
      when: 'present(sla_hours) and sla_hours <= 0',
      error: '#NUM!',
      reason: 'sla_hours is {sla_hours}: an agreed time is above 0',
    },
    {
      when: 'due = 0',
      error: '#DIV/0!',
      reason: 'no net lead of the period was answered, and none is overdue yet',
    },
  ],
  examples: [],
  sources: [
    { label: 'Catalogue of Plumbline, section D: unanswered leads break the agreement once overdue' },
  ],
  keywords: ['SLA', 'service level', 'speed to lead', 'response standard'],
  onTablesOnly: true,
  alsoTables: ['activities'],
})
