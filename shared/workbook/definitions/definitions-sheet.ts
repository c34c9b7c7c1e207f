import { type DefinitionRow, definitionCells } from '../../definitions/row'
import type { Term } from '../../definitions/term'
import { builtInTerms, termIds, termNamed } from '../../definitions/terms'
import { writeTerm } from '../../definitions/write'
import type { Content, Overview } from '../steps'
import { type RecordSheet, recordSheet } from './record-sheet'

/**
 * The sheet of the definitions: every term at its built-in default as a draft, which has neither version nor hash and
 * governs nothing, so that people see what there is to agree on; then what is approved.
 */
export function definitionsSheet(overview: Overview, approved: readonly DefinitionRow[] = []): RecordSheet {
  const open = termIds.filter(id => !approved.some(({ term }) => term === id))
  const rows = [...open.map(draftCells), ...approved.map(row => definitionCells(row) as readonly Content[])]
  const meanings = [...open, ...approved.map(({ term }) => term)].map(id => termNamed(id)?.about ?? '')
  return recordSheet(overview, 'DEFINITIONS', rows, meanings)
}

function draftCells(id: string): readonly Content[] {
  const { kind } = termNamed(id) as Term
  const value = writeTerm(id, builtInTerms[id] ?? null)
  return [id, value, null, null, 'draft', kind, 'Built-in default: nobody has approved it', null, null, null]
}
