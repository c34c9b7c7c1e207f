import type { Bounds, Choices, FieldType, Term } from '../../definitions/term'
import type { Editor, EditorChoice, EditorField, Limits } from '../questions'

/** How the sidebar edits a term, by its type. */
export function editorOf(term: Term): Editor {
  switch (term.type) {
    case 'set':
      return { type: 'set', ...(term.choices && { choices: choicesOf(term.choices) }) }
    case 'enum':
      return { type: 'enum', choices: choicesOf(term.choices) }
    case 'int':
    case 'number':
    case 'fraction': {
      const unit = term.unit ?? (term.type === 'fraction' ? 'fraction' : undefined)
      const number = { type: 'number', whole: term.type === 'int', blank: term.default === null } as const
      return { ...number, ...(unit === undefined ? {} : { unit }), ...limitsOf(term) }
    }
    case 'text':
      return { type: 'text', wanted: term.wanted }
    case 'table':
      return {
        ...{ type: 'table', key: term.key, fields: fieldsOf(term.fields), single: term.single ?? false },
        ...(term.most === undefined ? {} : { most: term.most }),
      }
    case 'record':
      return { type: 'record', fields: fieldsOf(term.fields) }
    case 'rule':
      return { type: 'rule', forms: choicesOf(term.forms), ...limitsOf(term) }
    default:
      return { type: term.type }
  }
}

function choicesOf(choices: Choices): readonly EditorChoice[] {
  return Object.entries(choices).map(([value, { about }]) => ({ value, about }))
}

function limitsOf({ min, max, above }: Bounds): Limits {
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(above === undefined ? {} : { above }),
  }
}

/** Of a table's fields only the first must be there; a record says which. */
function fieldsOf(
  fields: Readonly<Record<string, FieldType & { readonly required?: true }>>,
): readonly EditorField[] {
  const says = Object.values(fields).some(({ required }) => required)
  return Object.entries(fields).map(([name, field], index): EditorField => {
    const shared = { name, required: says ? field.required === true : index === 0 }
    switch (field.type) {
      case 'enum':
        return { ...shared, type: 'enum', choices: choicesOf(field.choices) }
      case 'text':
      case 'flag':
        return { ...shared, type: field.type }
      default:
        return { ...shared, type: 'number', whole: field.type === 'int', ...limitsOf(field) }
    }
  })
}
