import { type Area, addressText } from '../../workbook/area'
import type { SetUp as Plan, Survey } from '../../workbook/questions'
import { messages } from '../messages'
import type { Format } from '../parts/format'
import { keyOf } from './plan'
import { asWords } from './table-card'

const text = messages.setUp

export function Welcome() {
  return (
    <>
      <p class="about">{text.welcomeText}</p>
      <ol class="steps">
        {text.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  )
}

interface DecisionProps {
  readonly survey: Survey
  readonly lines: readonly string[]
  readonly onAgain: () => void
}

/** What will be done, before it is done. */
export function Decision({ survey, lines, onAgain }: DecisionProps) {
  return (
    <section class="group">
      <h2>{text.plan}</h2>
      {lines.length === 0 ? (
        <p>{survey.tables.length === 0 ? text.noTablesNext : text.planNothing}</p>
      ) : (
        <ul class="plan">
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div class="buttons">
        <button class="second" type="button" onClick={onAgain}>
          {text.lookAgain}
        </button>
      </div>
    </section>
  )
}

export function planned(survey: Survey, { tables, definitions, asOf, scorecard }: Plan, format: Format) {
  const foundAt = (area: Area) => survey.tables.find(found => keyOf(found.area) === keyOf(area))
  return [
    ...tables.flatMap(({ area, headers }) => {
      const { name = '', naming } = foundAt(area) ?? {}
      const renamed = headers.map(({ from, to }) => text.planHeader(from, to))
      return naming === 'named' ? renamed : [...renamed, text.planName(name, addressText(area))]
    }),
    ...(definitions ? [text.planDefinitions] : []),
    ...(asOf === undefined ? [] : [text.planAsOf(format.day(asOf))]),
    ...(scorecard ? [text.planScorecard] : []),
  ]
}

export function Absent({ absent }: { absent: Survey['absent'] }) {
  if (absent.length === 0) return null
  return (
    <details class="group">
      <summary>{text.absent}</summary>
      <dl class="entries">
        {absent.map(({ table, about, needs }) => (
          <div key={table}>
            <dt>{asWords(table)}</dt>
            <dd>
              <p>{about}</p>
              <p class="quiet">{text.needs(needs.map(need => need.replace(/_/g, ' ')))}</p>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
