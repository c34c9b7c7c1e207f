import { useState } from 'preact/hooks'
import { messages } from '../../messages'
import type { Format } from '../../parts/format'
import { isSingle, type Row, rowsOf, type TableEditor as Table, writtenRows } from '../written'
import { Radios } from './choices'
import type { Editing, EditorOfType } from './editor'
import { fieldFault, OneField } from './fields'
import { RowEditor } from './row'

const text = messages.editor

/** Rows by a key, each unfolding to its fields; or one value for all of them. */
export function TableEditor({
  editor,
  value,
  onValue,
  format,
  fault,
  isTried,
}: Editing<EditorOfType<'table'>>) {
  const [isForAll, setForAll] = useState(isSingle(value, editor))
  const [rows, setRows] = useState(isForAll ? [] : rowsOf(value, editor))
  const [single, setSingle] = useState(isForAll ? value : '')

  function put(next: readonly Row[]) {
    setRows(next)
    onValue(writtenRows(next), tableFault(next, editor, format))
  }

  function putSingle(written: string) {
    setSingle(written)
    const [field] = editor.fields
    onValue(written, field && fieldFault({ ...field, required: true }, written, format))
  }

  function choose(forAll: boolean) {
    setForAll(forAll)
    if (forAll) putSingle(single)
    else put(rows)
  }

  const [field] = editor.fields
  const isFull = editor.most !== undefined && rows.length >= editor.most
  return (
    <div class="rows">
      {editor.single && (
        <Radios
          choices={[
            { value: 'one', about: text.single },
            { value: 'several', about: text.several(editor.key) },
          ]}
          value={isForAll ? 'one' : 'several'}
          onValue={next => choose(next === 'one')}
          fault={undefined}
          isCoded={false}
        />
      )}
      {isForAll && field && (
        <OneField
          field={{ ...field, required: true }}
          written={single}
          onWritten={putSingle}
          format={format}
          isTried={isTried}
        />
      )}
      {!isForAll && (
        <>
          {rows.length === 0 && <p class="quiet">{text.noRows}</p>}
          <ul class="table-rows">
            {rows.map((row, place) => (
              <RowEditor
                key={place}
                row={row}
                editor={editor}
                format={format}
                isTried={isTried}
                fault={rowFault(row, rows, editor, format)}
                onRow={next => put(rows.map((other, at) => (at === place ? next : other)))}
                onRemove={() => put(rows.filter((_, at) => at !== place))}
              />
            ))}
          </ul>
          <button
            class="second"
            type="button"
            aria-disabled={isFull}
            onClick={() => isFull || put([...rows, { key: '', fields: editor.fields.map(() => '') }])}
          >
            {text.addRow(editor.key)}
          </button>
          {isFull && editor.most !== undefined && <p class="quiet">{text.mostRows(editor.most)}</p>}
        </>
      )}
      <p class="fault" aria-live="polite">
        {fault}
      </p>
    </div>
  )
}

function tableFault(rows: readonly Row[], editor: Table, format: Format): string | undefined {
  return rows.map(row => rowFault(row, rows, editor, format)).find(found => found !== undefined)
}

function rowFault(row: Row, rows: readonly Row[], editor: Table, format: Format): string | undefined {
  if (row.key.trim() === '' || /[:;]/.test(row.key)) return text.rowFault(editor.key)
  const alike = rows.filter(other => other.key.trim().toLowerCase() === row.key.trim().toLowerCase())
  if (alike.length > 1) return text.rowTwice(row.key)
  if (editor.fields.length > 1 && row.fields.some(part => part.includes('/'))) return text.slashFault
  return editor.fields
    .map((field, place) =>
      fieldFault({ ...field, required: field.required || place === 0 }, row.fields[place] ?? '', format),
    )
    .find(found => found !== undefined)
}
