import type { FoundColumn, FoundTable } from '../../workbook/questions'
import { messages } from '../messages'
import { ChoiceField } from '../parts/field'
import type { TableChoice } from './plan'

const text = messages.setUp

interface ColumnsProps {
  readonly found: FoundTable
  readonly choice: TableChoice
  readonly onChoose: (choice: TableChoice) => void
}

/** Column by column: doubtful ones first and open, sure ones folded away. */
export function Columns({ found, choice, onChoose }: ColumnsProps) {
  const chosen = choice.columns ?? {}
  const of = (...hows: FoundColumn['how'][]) => found.columns.filter(({ how }) => hows.includes(how))
  const [sure, doubtful, others] = [of('canonical', 'synonym'), of('guess'), of('unknown')]
  const choose = (place: number, column: string) =>
    onChoose({ ...choice, columns: { ...chosen, [place]: column } })
  const unanswered = doubtful.filter(({ place }) => chosen[place] === undefined).length
  return (
    <>
      {unanswered > 0 && <p class="warned">{text.toConfirm(unanswered)}</p>}
      {doubtful.map(column => (
        <Doubtful
          key={column.place}
          column={column}
          answer={chosen[column.place]}
          missing={found.missing}
          onAnswer={answer => choose(column.place, answer)}
        />
      ))}
      {sure.length > 0 && (
        <details>
          <summary>{text.columnsKnown(sure.length)}</summary>
          <ul class="columns">
            {sure.map(column => (
              <Known key={column.place} column={column} />
            ))}
          </ul>
        </details>
      )}
      {others.length > 0 && (
        <details>
          <summary>{text.columnsOther(others.length)}</summary>
          <ul class="columns">
            {others.map(column => (
              <li key={column.place}>
                <span class="header">{column.header}</span>
                <Samples column={column} />
                {found.missing.length > 0 && (
                  <Mapping
                    column={column}
                    answer={chosen[column.place] ?? ''}
                    missing={found.missing}
                    onAnswer={answer => choose(column.place, answer)}
                  />
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Known({ column }: { column: FoundColumn }) {
  return (
    <li>
      <span class="header">{column.header}</span>
      {column.column !== column.header && (
        <span class="quiet">
          {' '}
          {text.takenFor} <code>{column.column}</code>
        </span>
      )}
      <Samples column={column} />
    </li>
  )
}

function Samples({ column: { samples } }: { column: FoundColumn }) {
  const filled = samples.filter(sample => sample.trim() !== '')
  return <span class="samples">{filled.length === 0 ? text.empty : text.samples(filled)}</span>
}

interface AnswerProps {
  readonly column: FoundColumn
  readonly missing: FoundTable['missing']
  readonly onAnswer: (column: string) => void
}

function Doubtful({ column, answer, missing, onAnswer }: AnswerProps & { answer: string | undefined }) {
  const guess = column.column ?? ''
  return (
    <fieldset class="doubtful">
      <legend>{text.isIt(column.header, guess)}</legend>
      <Samples column={column} />
      <div class="buttons">
        <button class="choice" type="button" aria-pressed={answer === guess} onClick={() => onAnswer(guess)}>
          {messages.yes}
        </button>
        <button
          class="choice"
          type="button"
          aria-pressed={answer !== undefined && answer !== guess}
          onClick={() => onAnswer('')}
        >
          {messages.no}
        </button>
      </div>
      {answer !== undefined && answer !== guess && missing.length > 0 && (
        <Mapping column={column} answer={answer} missing={missing} onAnswer={onAnswer} />
      )}
    </fieldset>
  )
}

/** A header that was not understood can stand for any column that was not found. */
function Mapping({ column, answer, missing, onAnswer }: AnswerProps & { answer: string }) {
  return (
    <ChoiceField
      label={<span class="unseen">{text.use(column.header)}</span>}
      value={answer}
      options={[
        { value: '', label: text.notUsed },
        ...missing.map(({ column: name }) => ({ value: name, label: name })),
      ]}
      onChange={onAnswer}
    />
  )
}
