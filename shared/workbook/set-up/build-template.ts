import { change, type Pointer } from '../change'
import { governance } from '../definitions/governance'
import { prefixed } from '../formulas/prefixed'
import type { Done, Questions, TemplateBuilt, TemplateCard } from '../questions'
import { type Edit, type Overview, Refused, type Steps } from '../steps'
import type { Template } from '../template'
import { wrongName } from './template-names'

/** What can be built: each template in words. */
export function* templates(
  _: Record<string, never>,
  all: readonly Template[],
): Steps<readonly TemplateCard[]> {
  return all.map(({ name, title, forWhom, shows, sheets }) => ({ name, title, forWhom, shows, sheets }))
}

/**
 * Adds a template to the workbook that is there, in one change that can be undone. Its formulas go by the names that the
 * workbook has; for those that it lacks the template brings sheets and a sample of its own.
 */
export function* buildTemplate(
  { name }: Parameters<Questions['buildTemplate']>[0],
  all: readonly Template[],
): Steps<Done<TemplateBuilt>> {
  const template = all.find(other => other.name === name)
  if (!template) throw new Refused(`There is no template ${name}: choose one of the list.`)
  const { overview, definitions, problem } = yield* governance()
  if (problem) throw new Refused(`The definitions are there but cannot be read: ${problem.reason}.`)
  if (definitions && !definitions.isNamed) {
    throw new Refused('The definitions have lost their name: press “Set up” first, which gives it back.')
  }
  const edits = template.edits(overview).map(edit => inHost(edit, overview))
  const taken = takenSheets(edits, overview)
  if (taken.length > 0) throw new Refused(takenSentence(taken))
  const uses = usedNames(template, edits, overview)
  const wrong = yield* wrongName(uses, overview)
  if (wrong !== undefined) throw new Refused(wrong)
  const named = namesIn(edits)
  const pointers = [...uses, ...named].map((each): Pointer => ({ name: each, area: overview.names[each] }))
  const changed = yield* change([], edits, pointers)
  if (changed.outcome !== 'done') return changed
  const added = edits.flatMap(edit => (edit.do === 'add sheet' ? [edit.sheet] : []))
  const first = (sheet: string) => ({ sheet, top: 0, left: 0, bottom: 0, right: 0 })
  const sheets = template.sheets.filter(sheet => added.includes(sheet)).map(first)
  return { ...changed, sheets, uses, sample: template.samples.filter(table => named.includes(table)) }
}

function inHost(edit: Edit, { prefix }: Overview): Edit {
  if (edit.do !== 'write') return edit
  const cells = edit.cells.map(row =>
    row.map(content =>
      typeof content === 'object' && content !== null
        ? { formula: prefixed(content.formula, prefix) }
        : content,
    ),
  )
  return { ...edit, cells }
}

const namesIn = (edits: readonly Edit[]) => edits.flatMap(edit => (edit.do === 'name' ? [edit.name] : []))

/** Names that the template would have brought, had they not been there. */
function usedNames(template: Template, edits: readonly Edit[], overview: Overview): readonly string[] {
  const own = namesIn(edits)
  return namesIn(template.edits({ ...overview, names: {} })).filter(name => !own.includes(name))
}

function takenSheets(edits: readonly Edit[], { sheets }: Overview): readonly string[] {
  const there = sheets.map(({ name }) => name.toUpperCase())
  return edits.flatMap(edit =>
    edit.do === 'add sheet' && there.includes(edit.sheet.toUpperCase()) ? [edit.sheet] : [],
  )
}

function takenSentence(taken: readonly string[]): string {
  const [what, them] = taken.length === 1 ? ['a sheet', 'it'] : ['sheets', 'them']
  return `The workbook has ${what} named ${taken.join(', ')} already, which the template makes too. Rename ${them}, or build the template in a new workbook. Nothing was changed.`
}
