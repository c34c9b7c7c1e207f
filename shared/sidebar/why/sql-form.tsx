import { useMemo, useState } from 'preact/hooks'
import type { AskedOfTables, InDatabase } from '../../renderings/sql-tables/asked-of-tables'
import { dialectTitles } from '../../renderings/sql-tables/dialects/titles'
import type { TableName } from '../../tables/schema'
import { isCellError } from '../../values'
import { messages } from '../messages'
import { useSettled } from '../parts/asking'
import { CopyButton } from '../parts/copy-button'
import { ChoiceField, TextField } from '../parts/field'
import type { Format } from '../parts/format'
import { Trouble } from '../parts/progress'
import { recall, remember } from '../parts/remembered'

const text = messages.copySql

export type SqlWriter = typeof import('../../renderings/sql-tables/asked-of-tables')

interface SqlFormProps {
  readonly asked: AskedOfTables
  readonly writer: SqlWriter
  readonly format: Format
}

/** Whose SQL, and where the tables are; below it the statement. */
export function SqlForm({ asked, writer, format }: SqlFormProps) {
  const [dialect, setDialect] = useState(rememberedDialect)
  const [typed, setTyped] = useState<InDatabase['names']>({})
  const [columns, setColumns] = useState<InDatabase['columns']>('sheet')
  const names = useSettled(typed)
  const written = useMemo(
    () => writer.statementAsked(asked, { dialect, names, columns }),
    [asked, dialect, names, columns],
  )
  // Whatever a table is called, the same ones are read.
  const [reads, refusal] = useMemo(() => {
    const usual = writer.statementAsked(asked, { dialect, names: {}, columns })
    return isCellError(usual) ? [[], usual] : [usual.reads, undefined]
  }, [asked, dialect, columns])

  function choose(chosen: InDatabase['dialect']) {
    setDialect(chosen)
    remember('sql', chosen)
  }

  const nameOf = (table: TableName): string => typed[table] ?? writer.usualName(table, dialect)
  const faultOf = (table: TableName): string | undefined => {
    const path = writer.tablePath(nameOf(table))
    return isCellError(path) ? path.reason : undefined
  }
  if (refusal) return <Trouble trouble={refusal} />
  return (
    <>
      <ChoiceField
        label={text.dialect}
        value={dialect}
        options={Object.entries(dialectTitles).map(([value, label]) => ({ value, label }))}
        onChange={chosen => choose(chosen as InDatabase['dialect'])}
      />
      {reads.map((table, place) => (
        <TextField
          key={table}
          label={text.table(table.replace(/_/g, ' '))}
          value={nameOf(table)}
          onInput={name => setTyped({ ...typed, [table]: name })}
          hint={place === 0 ? text.tableHint : undefined}
          fault={faultOf(table)}
          code
        />
      ))}
      {writer.hasOwnHeaders(asked) && (
        <ChoiceField
          label={text.columns}
          value={columns}
          options={Object.entries(text.columnsCalled).map(([value, label]) => ({ value, label }))}
          onChange={chosen => setColumns(chosen as InDatabase['columns'])}
        />
      )}
      {!isCellError(written) && (
        <>
          <p class="quiet">
            {asked.period && text.period(format.day(asked.period.from), format.day(asked.period.to))}{' '}
            {asked.asOf !== null && text.asOf(format.day(asked.asOf))}{' '}
            {written.isFinished ? text.gives : text.givesParts}
          </p>
          <CopyButton label={text.copy} text={written.text} caption={text.statement} code isShown />
        </>
      )}
    </>
  )
}

function rememberedDialect(): InDatabase['dialect'] {
  const before = recall('sql')
  return before in dialectTitles ? (before as InDatabase['dialect']) : 'bigquery'
}
