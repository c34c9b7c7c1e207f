import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface FieldProps {
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly fault?: string | undefined
  /** Draws the control, which bears the id and is described by the hint and the fault. */
  readonly children: (control: {
    id: string
    'aria-describedby': string
    'aria-invalid': boolean
  }) => ComponentChildren
}

/** A control with its label above, a hint below, and what is wrong with it beside it. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint ${id}-fault`, 'aria-invalid': Boolean(fault) })}
      <p class="quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <p class="fault" id={`${id}-fault`} aria-live="polite">
        {fault}
      </p>
    </div>
  )
}

interface TextFieldProps {
  readonly label: ComponentChildren
  readonly value: string
  readonly onInput: (text: string) => void
  readonly hint?: ComponentChildren
  readonly fault?: string | undefined
  readonly type?: 'text' | 'date' | 'time' | 'search'
  readonly mode?: 'decimal' | 'numeric' | 'text'
  readonly code?: boolean
  readonly name?: string
  readonly placeholder?: string
}

export function TextField({ label, value, onInput, hint, fault, type = 'text', ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {control => (
        <input
          {...control}
          class={rest.code ? 'code' : ''}
          // One control serves all of these types; each on its own would be allowed.
          type={type as 'text'}
          value={value}
          onInput={event => onInput(event.currentTarget.value)}
          inputMode={rest.mode ?? 'text'}
          autocomplete={rest.name === 'name' ? 'name' : 'off'}
          placeholder={rest.placeholder ?? ''}
          spellcheck={false}
          maxLength={500}
        />
      )}
    </Field>
  )
}

interface LinesFieldProps extends Omit<TextFieldProps, 'type' | 'mode' | 'name'> {
  readonly rows?: number
  readonly readOnly?: boolean
  readonly most?: number
}

export function LinesField({ label, value, onInput, hint, fault, rows = 2, ...rest }: LinesFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {control => (
        <textarea
          {...control}
          class={rest.code ? 'code' : ''}
          rows={rows}
          value={value}
          readOnly={rest.readOnly ?? false}
          onInput={event => onInput(event.currentTarget.value)}
          placeholder={rest.placeholder ?? ''}
          spellcheck={!rest.code}
          maxLength={rest.most ?? 2_000}
        />
      )}
    </Field>
  )
}

interface ChoiceFieldProps {
  readonly label: ComponentChildren
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  readonly hint?: ComponentChildren
  readonly fault?: string | undefined
}

export function ChoiceField({ label, value, options, onChange, hint, fault }: ChoiceFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {control => (
        <select {...control} value={value} onChange={event => onChange(event.currentTarget.value)}>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
