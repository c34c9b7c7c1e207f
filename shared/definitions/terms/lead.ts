import { terms } from '../term'

export const leadTerms = terms({
  'lead.qualification_threshold': {
    type: 'rule',
    kind: 'policy',
    default: 'qualified',
    min: 0,
    max: 1_000_000,
    forms: {
      qualified: { about: 'the column qualified says so' },
      'score >= n': { about: 'its score is n or higher' },
      'all of fits_profile, plausible_need, agreed_appointment': {
        about:
          'it fits the target profile, has a plausible need and agreed to an appointment, a column for each',
      },
    },
    about: 'When a lead is qualified.',
    sources:
      'Evidence goes before self-report: profile, need and an agreed appointment, not a form filled in.',
  },
  'lead.issued_requirements': {
    type: 'set',
    words: true,
    kind: 'policy',
    default: ['issued_at', 'owner'],
    choices: {
      issued_at: { about: 'the moment at which sales got it' },
      owner: { about: 'the person it was given to' },
      context: { about: 'what sales should know' },
      next_action: { about: 'what is expected to happen next' },
      next_action_due: { about: 'by when' },
      appointment_at: { about: 'the agreed appointment' },
    },
    about: 'The columns that must be filled in before a qualified lead counts as issued.',
  },
  'lead.net_subtract_codes': {
    type: 'set',
    kind: 'policy',
    default: ['DUPLICATE', 'INVALID', 'TEST', 'EXISTING_CUSTOMER', 'OUT_OF_PROFILE'],
    about: 'The outcome codes that take an issued lead out of the net count.',
    sources: 'Leads to nurture stay in: not now is not noise.',
  },
  'lead.net_rule': {
    type: 'enum',
    kind: 'policy',
    default: 'dispute_window',
    choices: {
      dispute_window: { about: 'what is coded as no lead within the dispute window is subtracted' },
      strict: { about: 'nothing is subtracted once it is issued, but duplicates and tests' },
      sales_accepted: { about: 'as within the dispute window, and sales must have accepted it' },
      rolling: { about: 'a code subtracts whenever it is given: past numbers keep changing' },
    },
    about: 'Which issued leads are net.',
    sources:
      'Without a window a code given in May lowers the number of January, and never coding makes leads cheap.',
  },
  'lead.dispute_window_days': {
    type: 'int',
    min: 0,
    max: 60,
    kind: 'policy',
    default: 5,
    unit: 'working days',
    about: 'How long after its issue a lead can still be subtracted; later codes leave the past as it is.',
  },
  'lead.dedupe_key': {
    type: 'enum',
    kind: 'policy',
    default: 'email',
    choices: {
      lead_id: { about: 'one id is one lead' },
      email: { about: 'one address is one lead; a lead without one goes by its id' },
      phone: { about: 'one number is one lead' },
      'name+domain': { about: 'one name at one company is one lead' },
    },
    about: 'By what two leads are known to be the same.',
  },
  'lead.reissue_rule': {
    type: 'enum',
    kind: 'policy',
    default: 'first_only',
    choices: {
      first_only: { about: 'the first issue counts' },
      each: { about: 'each issue counts' },
    },
    about: 'How often a lead counts that is issued again.',
  },
  'outcome.codes': {
    type: 'table',
    kind: 'policy',
    key: 'code',
    keys: 'upper',
    most: 12,
    fields: {
      class: {
        type: 'enum',
        choices: {
          advance: { about: 'it went on' },
          working: { about: 'it is being worked on' },
          nurture: { about: 'not now: marketing keeps in touch' },
          reject: { about: 'sales sent it back' },
          subtract: { about: 'it was never a lead' },
        },
      },
      label: { type: 'text' },
    },
    default: {
      OPPORTUNITY: { class: 'advance', label: 'Opportunity opened' },
      NO_CONTACT: { class: 'working', label: 'Not reached yet' },
      NOT_NOW: { class: 'nurture', label: 'Not now' },
      NURTURE: { class: 'nurture', label: 'Keep in touch' },
      DISQUALIFIED: { class: 'reject', label: 'Does not qualify' },
      DUPLICATE: { class: 'subtract', label: 'Already known' },
      INVALID: { class: 'subtract', label: 'Not a real lead' },
    },
    about: 'The codes that sales gives a lead, and what each stands for.',
    sources: 'A set that is small and required is used; a long list is not.',
  },
  'outcome.unknown': {
    type: 'enum',
    kind: 'policy',
    default: 'uncoded',
    choices: {
      uncoded: { about: 'it counts as no code, and is listed apart' },
      refuse: { about: 'the number is an error that names the lead, until it is recoded' },
    },
    about: 'What a code means that is not in the set.',
  },
  'outcome.required_within_days': {
    type: 'int',
    min: 1,
    max: 60,
    kind: 'policy',
    default: 10,
    unit: 'days',
    about: 'How soon after its issue a lead must have an outcome code.',
  },
})
