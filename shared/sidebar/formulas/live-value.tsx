import { isCellError } from '../../values'
import type { Evaluated, Value } from '../../workbook/questions'
import { messages } from '../messages'
import type { Answering } from '../parts/asking'
import type { Format } from '../parts/format'
import { Progress } from '../parts/progress'

const text = messages.builder
const rowsShown = 6
const columnsShown = 4

interface LiveValueProps {
  readonly evaluating: Answering<'evaluate'>
  readonly evaluated: Evaluated | undefined
  readonly missing: readonly string[]
  readonly waiting: boolean
  readonly format: Format
}

/** What the formula would show, while it is still being typed. */
export function LiveValue({ evaluating, evaluated, missing, waiting, format }: LiveValueProps) {
  return (
    <div class="live" aria-live="polite">
      {missing.length > 0 && <p class="quiet">{text.missing(missing)}</p>}
      <Progress what={text.computing} waiting={waiting} onAgain={evaluating.again} />
      {!waiting && evaluating.trouble && missing.length === 0 && (
        <p class="refused">{evaluating.trouble.reason}</p>
      )}
      {!waiting && evaluated && !evaluating.trouble && evaluated.faults.length === 0 && (
        <Shown value={evaluated.value} format={format} />
      )}
    </div>
  )
}

function Shown({ value, format }: { value: Evaluated['value']; format: Format }) {
  if (Array.isArray(value)) return <Spill rows={value} format={format} />
  const single = value as Value
  return (
    <>
      <p class="result">
        <span class="quiet">{text.value}</span> <output>{format.value(single)}</output>
      </p>
      {isCellError(single) && <p class="refused">{single.reason}</p>}
    </>
  )
}

function Spill({ rows, format }: { rows: readonly (readonly Value[])[]; format: Format }) {
  return (
    <>
      <table class="spill">
        <caption class="unseen">{text.value}</caption>
        <tbody>
          {rows.slice(0, rowsShown).map((row, at) => (
            <tr key={at}>
              {row.slice(0, columnsShown).map((cell, place) => (
                <td key={place}>{format.value(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > rowsShown && <p class="quiet">{text.more(rows.length - rowsShown)}</p>}
    </>
  )
}
