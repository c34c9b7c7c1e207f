import { useState } from 'preact/hooks'
import type { EditorField } from '../../../workbook/questions'
import { messages } from '../../messages'
import { ChoiceField, TextField } from '../../parts/field'
import { type Format, plainNumber, typedNumber } from '../../parts/format'
import { asWords } from '../../set-up/table-card'
import { limitsText, numberFault } from '../number-fault'

const text = messages.editor

/** What is wrong with the text of a field, as it is written in a cell. */
export function fieldFault(field: EditorField, written: string, format: Format): string | undefined {
  if (written === '') return field.required ? text.fieldFault(asWords(field.name)) : undefined
  if (field.type === 'text' && written.includes(';')) return text.marksFault(asWords(field.name))
  if (field.type !== 'number') return undefined
  return Number.isFinite(Number(written))
    ? numberFault(typedNumber(written, format.locale), field, format)
    : numberFault(written, field, format)
}

/** A field that was left blank is not blamed before somebody wants to go on. */
function shownFault({ field, written, format, isTried }: OneFieldProps): string | undefined {
  return written === '' && !isTried ? undefined : fieldFault(field, written, format)
}

interface OneFieldProps {
  readonly field: EditorField
  readonly written: string
  readonly onWritten: (written: string) => void
  readonly format: Format
  readonly isTried: boolean
}

/** One field of a row or a record. */
export function OneField(props: OneFieldProps) {
  const { field, written, onWritten } = props
  const label = asWords(field.name)
  const fault = shownFault(props)
  if (field.type === 'number') return <NumberField {...props} />
  if (field.type === 'text')
    return <TextField label={label} value={written} onInput={onWritten} fault={fault} />
  const choices =
    field.type === 'enum'
      ? field.choices.map(({ value, about }) => ({ value, label: about ? `${value}: ${about}` : value }))
      : [
          { value: 'yes', label: messages.yes },
          { value: 'no', label: messages.no },
        ]
  const blank = field.required && written !== '' ? [] : [{ value: '', label: '–' }]
  return (
    <ChoiceField
      label={label}
      value={written}
      options={[...blank, ...choices]}
      onChange={onWritten}
      fault={fault}
    />
  )
}

/** What is typed stays as typed while it cannot be read as a number. */
function NumberField(props: OneFieldProps) {
  const { field, written, onWritten, format } = props
  const [typed, setTyped] = useState(typedNumber(written, format.locale))
  const limits = field.type === 'number' ? limitsText(field, format) : undefined
  return (
    <TextField
      label={asWords(field.name)}
      value={typed}
      mode="decimal"
      hint={limits}
      onInput={next => {
        setTyped(next)
        onWritten(plainNumber(next, format.locale) ?? next.trim())
      }}
      fault={shownFault(props)}
    />
  )
}
