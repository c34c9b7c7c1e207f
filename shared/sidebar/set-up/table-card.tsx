import type { TableName } from '../../tables/schema'
import type { Ask, FoundTable } from '../../workbook/questions'
import { messages } from '../messages'
import { ChoiceField } from '../parts/field'
import type { Format } from '../parts/format'
import { GoThere } from '../parts/go-there'
import { Columns } from './columns'
import { isUsable, type TableChoice } from './plan'

const text = messages.setUp

interface TableCardProps {
  readonly ask: Ask
  readonly found: FoundTable
  readonly choice: TableChoice
  readonly format: Format
  readonly onChoose: (choice: TableChoice) => void
  /** The user says what the range is. */
  readonly onKind: (table: TableName | undefined) => void
}

/** One table that was found: what it was taken for, column by column, and what will become of it. */
export function TableCard({ ask, found, choice, format, onChoose, onKind }: TableCardProps) {
  const { table, naming, name, rows, missing, fitting } = found
  const usable = isUsable(found, choice)
  const title = table === undefined ? text.unknownTable : asWords(table)
  const lacking = missing.filter(({ column }) => !Object.values(choice.columns ?? {}).includes(column))
  return (
    <section class={`box ${choice.isLeftAlone ? 'left-alone' : ''}`} aria-label={title}>
      <div class="box-head">
        <h2 class="title">{title}</h2>
        <GoThere ask={ask} area={found.area} />
      </div>
      <p class="quiet">
        {text.rows(format.number(rows), rows)}
        {table !== undefined && ` · ${text.naming[naming](name)}`}
      </p>
      {found.warnings.map(warning => (
        <p class="warned" key={warning}>
          {warning}
        </p>
      ))}
      {(table === undefined || fitting.length > 1) && (
        <ChoiceField
          label={text.kind}
          value={table ?? ''}
          options={[
            { value: '', label: text.skip },
            ...fitting.map(kind => ({ value: kind, label: asWords(kind) })),
          ]}
          onChange={kind => onKind(kind === '' ? undefined : (kind as TableName))}
        />
      )}
      {table !== undefined && (
        <>
          <Columns found={found} choice={choice} onChoose={onChoose} />
          <Lacking columns={lacking} />
          {usable && naming !== 'named' && (
            <label class="tick">
              <input
                type="checkbox"
                checked={!choice.isLeftAlone}
                onChange={event => onChoose({ ...choice, isLeftAlone: !event.currentTarget.checked })}
              />
              {text.include(name)}
            </label>
          )}
        </>
      )}
    </section>
  )
}

function Lacking({ columns }: { columns: FoundTable['missing'] }) {
  const keys = columns.filter(({ key }) => key).map(({ column }) => asWords(column))
  const others = columns.filter(({ key }) => !key).map(({ column }) => asWords(column))
  return (
    <>
      {keys.length > 0 && <p class="warned">{text.missingKey(keys)}</p>}
      {others.length > 0 && (
        <details>
          <summary>{text.missing(others.length)}</summary>
          <p class="quiet">{others.join(', ')}</p>
        </details>
      )}
    </>
  )
}

/** `stage_history` as people say it: Stage history. */
export function asWords(name: string): string {
  const words = name.replace(/_/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
