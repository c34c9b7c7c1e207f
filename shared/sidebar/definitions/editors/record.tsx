import { type FieldTexts, recordOf, writtenRecord } from '../written'
import type { Editing, EditorOfType } from './editor'
import { fieldFault, OneField } from './fields'

/** One row by the names of its fields. */
export function RecordEditor({
  editor,
  value,
  onValue,
  format,
  fault,
  isTried,
}: Editing<EditorOfType<'record'>>) {
  const texts = recordOf(value)

  function put(next: FieldTexts) {
    const wrong = editor.fields
      .map(field => fieldFault(field, next[field.name] ?? '', format))
      .find(found => found !== undefined)
    onValue(writtenRecord(editor.fields, next), wrong)
  }

  return (
    <div class="record">
      {editor.fields.map(field => (
        <OneField
          key={field.name}
          field={field}
          written={texts[field.name] ?? ''}
          onWritten={written => put({ ...texts, [field.name]: written })}
          format={format}
          isTried={isTried}
        />
      ))}
      <p class="fault" aria-live="polite">
        {fault}
      </p>
    </div>
  )
}
