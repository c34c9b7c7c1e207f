import { outcomeCodes, type TableChecks } from './check'

export const leadChecks: TableChecks = {
  unique: ['lead_id'],
  checks: [
    {
      columns: ['owner'],
      when: 'present(issued_at) and not present(owner)',
      problem: 'issued, but without an owner',
      remedy: 'name the owner: without one the lead does not count as issued',
    },
    {
      columns: ['issued_at'],
      when: 'days(created_at, issued_at) < 0',
      problem: 'issued before it was created',
      remedy: 'correct one of the two dates; the lead counts on the day of its issue',
    },
    {
      columns: ['first_response_at'],
      when: 'first_response_at < issued_at',
      problem: 'answered before it was issued',
      remedy: 'correct one of the two times; until then the response counts as immediate',
    },
    {
      columns: ['first_response_at'],
      when: 'present(first_response_at) and not present(issued_at)',
      problem: 'answered, but never issued',
      remedy: 'fill in issued_at: response times count from it',
    },
    {
      columns: ['outcome_code'],
      when: `present(outcome_code) and not (outcome_code in ${outcomeCodes})`,
      problem: '“{cell}” is no outcome code of the definitions',
      remedy: 'recode the lead, or add the code to outcome.codes',
    },
    {
      columns: ['outcome_at'],
      when: 'days(created_at, outcome_at) < 0',
      problem: 'coded before it was created',
      remedy: 'correct one of the two dates',
    },
    {
      columns: ['outcome_at'],
      when: 'outcome_code in lead.net_subtract_codes and not present(outcome_at)',
      problem: 'subtracted, but nobody knows since when',
      remedy: 'fill it in: without it the code counts as given within the dispute window',
    },
    {
      columns: ['converted_at'],
      when: 'days(created_at, converted_at) < 0',
      problem: 'converted before it was created',
      remedy: 'correct one of the two dates',
    },
    {
      columns: ['duplicate_of'],
      when: 'duplicate_of = lead_id',
      problem: 'said to be a duplicate of itself',
      remedy: 'name the other lead, or clear the cell: a duplicate does not count',
    },
  ],
}
