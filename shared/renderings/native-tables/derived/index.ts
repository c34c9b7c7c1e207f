import type { TableName } from '../../../tables/schema'
import type { Source } from '../source'
import type { Condition, Written } from '../written'
import { activityForms } from './activities'
import { costForms } from './costs'
import { customerRules } from './customers'
import { dealForms } from './deals'
import { leadForms } from './leads'
import { otherForms } from './others'
import { stale } from './touches'

/** A derived column as formulas write it; those that follow from the words of one column need none. */
export type Form = (source: Source) => Written

export const derivedForms: Partial<Record<TableName, Readonly<Record<string, Form>>>> = {
  deals: dealForms,
  leads: leadForms,
  costs: costForms,
  activities: activityForms,
  ...otherForms,
}

/** Rules that a formula writes as a whole, since what they are made of is no column of a formula. */
export const ruleForms: Partial<Record<TableName, Readonly<Record<string, (source: Source) => Condition>>>> =
  {
    deals: { ...customerRules, stale },
  }
