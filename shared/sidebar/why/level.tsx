import { isCellError } from '../../values'
import type { Area } from '../../workbook/area'
import type { Ask, Level } from '../../workbook/questions'
import { messages } from '../messages'
import { adviceBeyond } from '../parts/advice'
import { useAct } from '../parts/asking'
import type { Format } from '../parts/format'
import { FormulaText } from '../parts/formula-text'
import { Trouble } from '../parts/progress'
import { CopySql } from './copy-sql'

const text = messages.why

interface LevelProps {
  readonly ask: Ask
  readonly cell: Area
  /** Of all levels, counted from 0. */
  readonly place: number
  readonly level: Level
  readonly isOnly: boolean
  readonly format: Format
}

/** One call of a formula: what it computes of what, and what it left out. */
export function LevelPage({ ask, cell, place, level, isOnly, format }: LevelProps) {
  const { depth, call, title, about, value, calculation, parts, leftOut, definitions, locked } = level
  const advice = adviceBeyond(isCellError(value) ? value.reason : '', level.remedy)
  return (
    <section class="level" aria-label={title}>
      {!isOnly && <p class="quiet">{text.within(depth)}</p>}
      <h2>{title}</h2>
      {!isOnly && (
        <p class="call">
          <code>
            <FormulaText formula={call} />
          </code>{' '}
          = <strong>{format.value(value)}</strong>
        </p>
      )}
      {about !== '' && <p>{about}</p>}
      {level.label !== '' && <p class="quiet">{level.label}</p>}
      {isCellError(value) && (
        <>
          <h3>{text.reason}</h3>
          <p class="refused">
            {value.error}: {value.reason}
          </p>
        </>
      )}
      {level.foreign !== undefined && <p class="quiet">{text.foreign(level.foreign)}</p>}
      {advice !== '' && (
        <>
          <h3>{text.remedy}</h3>
          <p>{advice}</p>
        </>
      )}
      {calculation !== '' && !saysNothing(calculation) && (
        <>
          <h3>{text.calculation}</h3>
          <code class="block">{calculation}</code>
        </>
      )}
      {parts.length > 0 && <Parts parts={parts} format={format} />}
      {leftOut.length > 0 && (
        <>
          <h3>{text.leftOut}</h3>
          <ul class="left-out">
            {leftOut.map(left => (
              <LeftOut key={left.table + left.reason} ask={ask} left={left} format={format} />
            ))}
          </ul>
        </>
      )}
      {locked && (
        <>
          <h3>{text.locked(locked.period)}</h3>
          <dl class="figures">
            <dt>{text.asReported}</dt>
            <dd>{format.value(locked.asReported)}</dd>
            <dt>{text.restated}</dt>
            <dd>{format.value(locked.restated)}</dd>
          </dl>
        </>
      )}
      {definitions.length > 0 && (
        <details>
          <summary>
            {text.definitions} ({format.number(definitions.length)})
          </summary>
          <dl class="entries">
            {definitions.map(({ term, title: named, words, version }) => (
              <div key={term}>
                <dt>
                  {named} <span class="quiet">{text.version(version)}</span>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {level.ofTables && <CopySql {...{ ask, cell, place, level, format }} />}
    </section>
  )
}

/** A count is no calculation: 7 = 7. */
const saysNothing = (calculation: string) => /^(\S+) = \1$/.test(calculation)

function Parts({ parts, format }: { parts: Level['parts']; format: Format }) {
  // What comes out stands above already.
  const shown = parts.filter(({ name }) => name !== 'result')
  const counted = shown.some(({ n }) => n !== undefined)
  return (
    <>
      <h3>{text.parts}</h3>
      <table>
        <caption class="unseen">{text.parts}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{text.part}</th>
            <th scope="col">{text.value}</th>
            {counted && <th scope="col">{text.rows}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, value, n }) => (
            <tr key={name}>
              <th scope="row">{name.replace(/_/g, ' ')}</th>
              <td>{format.value(value)}</td>
              {counted && (
                <td class="quiet">{n === undefined ? '' : messages.setUp.rows(format.number(n), n)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function LeftOut({ ask, left, format }: { ask: Ask; left: Level['leftOut'][number]; format: Format }) {
  const showing = useAct(ask, 'show')
  const [first] = left.shown
  return (
    <li>
      <p>
        <strong>
          {text.leftOutRows(format.number(left.rows), left.rows, left.table.replace(/_/g, ' '))}
        </strong>
      </p>
      <p>{left.reason}</p>
      {left.of !== undefined && <p class="quiet">{text.leftOutOf(left.of)}</p>}
      {first && (
        <div class="links">
          {left.shown.slice(0, 6).map((area, place) => (
            <button
              key={`${area.sheet} ${area.top}`}
              class="link"
              type="button"
              aria-disabled={showing.waiting}
              onClick={() => showing.waiting || void showing.act({ area })}
            >
              {place === 0 && <span>{text.showThem}: </span>}
              {text.row(area.top + 1, area.bottom + 1)}
            </button>
          ))}
        </div>
      )}
      <Trouble trouble={showing.trouble} />
    </li>
  )
}
