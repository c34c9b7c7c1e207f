import { repRules } from './row-rules/people'
import type { Schema } from './schema'

export const reps: Schema = {
  name: 'reps',
  row: 'rep',
  columns: {
    rep: {
      type: 'text',
      key: true,
      synonyms: ['Sales Rep', 'Sales Agent', 'Full Name', 'User', 'Username', 'Employee', 'Owner'],
    },
    start: { type: 'date', synonyms: ['Start Date', 'Hire Date', 'Joined'] },
    end: { type: 'date', synonyms: ['End Date', 'Leave Date', 'Termination Date', 'Left'] },
    role: { type: 'text', synonyms: ['Title', 'Job Title', 'User Role', 'UserRoleId'] },
    territory: { type: 'text', synonyms: ['Region', 'Regional Office', 'Sales Territory'] },
    manager: { type: 'text', synonyms: ['Manager Name', 'ManagerId', 'Reports To'] },
  },
  rules: repRules,
}
