import type { Ask, Survey, Value } from '../../workbook/questions'
import { messages } from '../messages'
import { TextField } from '../parts/field'
import { type Format, isoDay, serialOfIso } from '../parts/format'
import { GoThere } from '../parts/go-there'
import { type Choices, hasTables, planOf } from './plan'

const text = messages.setUp

interface AlsoMakeProps {
  readonly survey: Survey
  readonly choices: Choices
  readonly onChoose: (choices: Choices) => void
  readonly format: Format
}

/** Definitions, the day of the report and a scorecard, where they are not there. */
export function AlsoMake({ survey, choices, onChoose, format }: AlsoMakeProps) {
  const day = choices.asOfDay ?? survey.latest
  const lacksDefinitions = survey.definitions.state === 'missing'
  const mayScore = !survey.scorecard && hasTables(survey, planOf(survey, choices).tables)
  if (!lacksDefinitions && survey.asOf && !mayScore) return null
  return (
    <section class="group">
      <h2>{text.alsoMake}</h2>
      {lacksDefinitions && (
        <Tick
          label={text.makeDefinitions}
          hint={text.makeDefinitionsHint}
          isOn={choices.definitions}
          onTurn={definitions => onChoose({ ...choices, definitions })}
        />
      )}
      {!survey.asOf && (
        <>
          <Tick
            label={text.makeAsOf}
            hint={survey.latest === undefined ? '' : text.asOfHint(format.day(survey.latest))}
            isOn={choices.asOf}
            onTurn={asOf => onChoose({ ...choices, asOf })}
          />
          {choices.asOf && (
            <div class="indented">
              <TextField
                label={text.asOfDay}
                type="date"
                value={day === undefined ? '' : isoDay(day)}
                onInput={iso => onChoose({ ...choices, asOfDay: serialOfIso(iso) })}
                hint={day === undefined ? text.asOfNeedsDay : undefined}
              />
            </div>
          )}
        </>
      )}
      {mayScore && (
        <Tick
          label={text.makeScorecard}
          hint={text.makeScorecardHint}
          isOn={choices.scorecard}
          onTurn={scorecard => onChoose({ ...choices, scorecard })}
        />
      )}
    </section>
  )
}

function Tick(props: { label: string; hint: string; isOn: boolean; onTurn: (isOn: boolean) => void }) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={event => props.onTurn(event.currentTarget.checked)}
      />
      <span>
        {props.label}
        <span class="quiet">{props.hint}</span>
      </span>
    </label>
  )
}

/** An empty cell counts as 0, which is no day of anybody's tables. */
const isBlankDay = (value: Value) => 'number' in value && value.number === 0

/** What a run found in place. */
export function AlreadyThere({ ask, survey, format }: { ask: Ask; survey: Survey; format: Format }) {
  const { definitions, asOf, scorecard } = survey
  if (definitions.state === 'missing' && !asOf && !scorecard) return null
  return (
    <section class="group">
      <h2>{text.already}</h2>
      <ul class="places">
        {definitions.state === 'there' && (
          <li>
            {text.definitionsThere(definitions.version, definitions.unratified)}
            <GoThere ask={ask} area={definitions.area} />
          </li>
        )}
        {definitions.state === 'broken' && (
          <li>
            <p class="refused" role="alert">
              {text.broken} {definitions.reason}
            </p>
            <GoThere ask={ask} area={definitions.area} />
          </li>
        )}
        {asOf && (
          <li>
            {isBlankDay(asOf.value) ? text.asOfBlank : text.asOfThere(format.value(asOf.value))}
            <GoThere ask={ask} area={asOf.area} />
          </li>
        )}
        {scorecard && (
          <li>
            {text.scorecardThere}
            <GoThere ask={ask} area={scorecard} />
          </li>
        )}
      </ul>
    </section>
  )
}
