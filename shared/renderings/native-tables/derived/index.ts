import type { TableName } from '../../../tables/schema'
import type { Source } from '../source'
import type { Written } from '../written'
import { activityForms } from './activities'
import { costForms } from './costs'
import { dealForms } from './deals'
import { leadForms } from './leads'
import { otherForms } from './others'

/** A derived column as formulas write it; those that follow from the words of one column need none. */
export type Form = (source: Source) => Written

export const derivedForms: Partial<Record<TableName, Readonly<Record<string, Form>>>> = {
  deals: dealForms,
  leads: leadForms,
  costs: costForms,
  activities: activityForms,
  ...otherForms,
}
