import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { DerivedColumn } from './index'
import { wordsOf } from './words'

/** What the flag says; where there is none, HubSpot's stage, which a lead that went on has passed. */
export const saidQualified: DerivedColumn = {
  about:
    'Whether it is marked as qualified, or has come as far as Sales Qualified Lead in its lifecycle stage',
  reads: ['qualified', 'lifecycle_stage'],
  read: ({ read, has }) => {
    const flag = has('qualified') || !has('lifecycle_stage') ? read('qualified') : () => null
    const stage = wordsOf(read('lifecycle_stage'))
    return row => flag(row) ?? (stage(row) === '' ? null : qualifiedStages.includes(stage(row)))
  },
}

export const qualifiedStages = [
  ...['sales_qualified_lead', 'salesqualifiedlead', 'sql'],
  ...['opportunity', 'customer', 'evangelist'],
]

/** Whether the lead passes `lead.qualification_threshold`: a flag, a score, or several flags at once. */
export const qualification: DerivedColumn = {
  about: 'Whether the lead passes the threshold at which it counts as qualified',
  reads: ['lead.qualification_threshold', 'said_qualified'],
  read: rows => rows.compiled(conditionOf(rows).passes),
}

/** A lead that nobody has looked at yet is neither qualified nor turned away. */
export const assessment: DerivedColumn = {
  about: 'Whether somebody has looked at the lead: it says whether it qualifies, or has an outcome',
  reads: ['lead.qualification_threshold', 'said_qualified', 'coded'],
  read: rows => rows.compiled(`coded or ${conditionOf(rows).isSaid}`),
}

export function conditionOf({ context, has }: Rows): { readonly passes: string; readonly isSaid: string } {
  const threshold = String(context.terms['lead.qualification_threshold'] ?? 'qualified').trim()
  if (threshold === 'qualified') {
    const said = has('lifecycle_stage') ? 'said_qualified' : 'qualified'
    return { passes: said, isSaid: `present(${said})` }
  }
  const score = /^score\s*>=\s*(\S+)$/.exec(threshold)
  if (score) return { passes: `score >= ${score[1]}`, isSaid: 'present(score)' }
  const flags = /^all of\s+(.+)$/
    .exec(threshold)?.[1]
    ?.split(',')
    .map(flag => flag.trim())
  if (flags) {
    return { passes: flags.join(' and '), isSaid: flags.map(flag => `present(${flag})`).join(' and ') }
  }
  throw cellError(
    '#VALUE!',
    `lead.qualification_threshold is “${threshold}”: say qualified, score >= n or all of …`,
  )
}
