import { useMemo } from 'preact/hooks'
import { isCellError } from '../../values'
import { addressText } from '../../workbook/area'
import { generalRemedy } from '../../workbook/check/remedy'
import type { Ask, Why as Explained } from '../../workbook/questions'
import { messages } from '../messages'
import { useAnswer } from '../parts/asking'
import { english, type Format, formatFor } from '../parts/format'
import { FormulaText } from '../parts/formula-text'
import { Progress, Trouble } from '../parts/progress'
import { LevelPage } from './level'

const text = messages.why

/** In letters: what is longer is a sentence, which is not set as large as a number. */
const longestFigure = 40

/** Why the selected cell shows what it shows, level by level. */
export function Why({ ask }: { ask: Ask }) {
  const asking = useAnswer(ask, 'why', {})
  const why = asking.answer
  const format = useMemo(() => formatFor(why?.locale ?? english), [why])
  return (
    <div class="view why">
      <div class="bar">
        <h1>{text.title}</h1>
        <div class="buttons">
          <button class="first" type="button" aria-disabled={asking.waiting} onClick={asking.again}>
            {text.explain}
          </button>
        </div>
      </div>
      <div class="page">
        <Progress what={text.reading} waiting={asking.waiting} onAgain={asking.again} />
        <Trouble trouble={asking.waiting ? undefined : asking.trouble} />
        {asking.trouble && !asking.waiting && <p class="quiet">{text.start}</p>}
        {why && !asking.trouble && (
          <div class={asking.waiting ? 'stale' : ''} aria-live="polite">
            <Shown why={why} format={format} />
            {why.levels.map((level, place) => (
              <LevelPage
                key={place}
                ask={ask}
                cell={why.cell}
                place={place}
                level={level}
                isOnly={why.levels.length === 1}
                format={format}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

function Shown({ why, format }: { why: Explained; format: Format }) {
  const { cell, formula, value, nothing, spilledFrom } = why
  const isForeignError = nothing === 'foreign' && isCellError(value)
  const shown = format.value(value)
  return (
    <section class="shown">
      <p>
        <strong>{addressText(cell)}</strong>{' '}
        {isForeignError ? text.foreignError : nothing ? text.nothing[nothing] : text.shows}
      </p>
      {nothing !== 'empty' && <output class={shown.length > longestFigure ? '' : 'figure'}>{shown}</output>}
      {isCellError(value) && why.levels.length === 0 && (
        <p class="refused">{value.reason || generalRemedy(value.error)}</p>
      )}
      {spilledFrom && <p class="quiet">{text.spilled(addressText(spilledFrom))}</p>}
      {formula !== '' && (
        <code class="block">
          <FormulaText formula={formula} />
        </code>
      )}
    </section>
  )
}
