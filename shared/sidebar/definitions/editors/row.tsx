import { useState } from 'preact/hooks'
import { messages } from '../../messages'
import { TextField } from '../../parts/field'
import type { Format } from '../../parts/format'
import { asWords } from '../../set-up/table-card'
import type { Row, TableEditor } from '../written'
import { OneField } from './fields'

const text = messages.editor

interface RowEditorProps {
  readonly row: Row
  readonly editor: TableEditor
  readonly format: Format
  readonly fault: string | undefined
  readonly isTried: boolean
  readonly onRow: (row: Row) => void
  readonly onRemove: () => void
}

/** A row in one line, which unfolds to its fields; a new one comes unfolded. */
export function RowEditor({ row, editor, format, fault, isTried, onRow, onRemove }: RowEditorProps) {
  const [isOpen, setOpen] = useState(row.key === '')
  const written = row.fields.filter(part => part !== '').join(' · ')
  return (
    <li>
      <details open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          <strong>{row.key || asWords(editor.key)}</strong> <span class="quiet">{written}</span>
        </summary>
        {isOpen && (
          <div class="row-fields">
            <TextField
              label={asWords(editor.key)}
              value={row.key}
              onInput={key => onRow({ ...row, key })}
              fault={row.key === '' && isTried ? fault : undefined}
            />
            {editor.fields.map((field, place) => (
              <OneField
                key={field.name}
                field={{ ...field, required: field.required || place === 0 }}
                written={row.fields[place] ?? ''}
                onWritten={next =>
                  onRow({ ...row, fields: row.fields.map((part, at) => (at === place ? next : part)) })
                }
                format={format}
                isTried={isTried}
              />
            ))}
          </div>
        )}
      </details>
      <button class="remove" type="button" aria-label={text.remove(row.key)} onClick={onRemove}>
        <span aria-hidden="true">×</span>
      </button>
      {!isOpen && fault && <p class="fault">{fault}</p>}
    </li>
  )
}
