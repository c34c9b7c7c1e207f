import type { Edit } from '../../shared/workbook/steps'

/** A formula is written when every sheet, name and table that it speaks of is there: no host takes it before. */
export function inOrder(pages: readonly Edit[], data: readonly Edit[]): readonly Edit[] {
  const isFirst = (edit: Edit) => edit.do === 'add sheet' || edit.do === 'name'
  const all = [...pages, ...data]
  return [
    ...all.filter(edit => edit.do === 'add sheet'),
    ...all.filter(edit => edit.do === 'name'),
    ...[...data, ...pages].filter(edit => !isFirst(edit)),
  ]
}
