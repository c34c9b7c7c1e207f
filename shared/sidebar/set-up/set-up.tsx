import { useMemo, useRef, useState } from 'preact/hooks'
import type { TableName } from '../../tables/schema'
import type { Area } from '../../workbook/area'
import type { Ask, ChosenTable, SetUp as Plan, Survey } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct, useAnswer } from '../parts/asking'
import { english, formatFor } from '../parts/format'
import { Progress, Trouble } from '../parts/progress'
import { remember } from '../parts/remembered'
import { AlreadyThere, AlsoMake } from './also-make'
import { Absent, Decision, planned, Welcome } from './decision'
import { Outcome } from './outcome'
import { keyOf, planOf, usualChoices } from './plan'
import { TableCard } from './table-card'
import { Templates } from './templates'

const text = messages.setUp

interface SetUpProps {
  readonly ask: Ask
  readonly onChanged: () => void
  readonly onDefinitions: () => void
}

/** From a pile of exports to a workbook whose formulas work: look, decide, one button, and the way back. */
export function SetUp({ ask, onChanged, onDefinitions }: SetUpProps) {
  const [chosen, setChosen] = useState<readonly ChosenTable[]>([])
  const [choices, setChoices] = useState(usualChoices)
  const surveying = useAnswer(ask, 'survey', chosen.length === 0 ? {} : { chosen })
  const settingUp = useAct(ask, 'setUp')
  const title = useRef<HTMLHeadingElement>(null)
  const survey = surveying.answer
  const format = useMemo(() => formatFor(survey?.locale ?? english), [survey])

  function lookAgain() {
    // The button that was pressed goes with what it was shown beside.
    if (settingUp.answer) title.current?.focus()
    settingUp.forget()
    setChoices(usualChoices)
    surveying.again()
  }

  async function go(plan: Plan) {
    if (settingUp.waiting || surveying.waiting) return
    const done = await settingUp.act(plan)
    if (done?.outcome !== 'done') return
    remember('invited', 'yes')
    onChanged()
  }

  function builtTemplate() {
    surveying.again()
    onChanged()
  }

  function sayKind(area: Area, table: TableName | undefined) {
    const others = chosen.filter(one => keyOf(one.area) !== keyOf(area))
    setChosen(table === undefined ? others : [...others, { area, table }])
  }

  const done = settingUp.answer
  const plan = survey && planOf(survey, choices)
  const lines = survey && plan ? planned(survey, plan, format) : []
  return (
    <div class="view">
      <div class="page">
        <h1 ref={title} tabIndex={-1}>
          {isNew(survey) ? text.welcome : text.again}
        </h1>
        {isNew(survey) && settingUp.answer?.outcome !== 'done' && <Welcome />}
        <Progress what={text.reading} waiting={surveying.waiting} onAgain={surveying.again} />
        <Trouble trouble={surveying.trouble} onAgain={surveying.again} />
        {done && (
          <Outcome
            ask={ask}
            done={done}
            onUndone={onChanged}
            onAgain={lookAgain}
            onDefinitions={onDefinitions}
          />
        )}
        {survey && done?.outcome !== 'done' && (
          <>
            {survey.tables.length === 0 && (
              <div class="empty">
                <p>{text.noTables}</p>
                <p class="quiet">{text.noTablesNext}</p>
              </div>
            )}
            {survey.tables.map(found => {
              const key = keyOf(found.area)
              return (
                <TableCard
                  key={key}
                  ask={ask}
                  found={found}
                  choice={choices.tables[key] ?? {}}
                  format={format}
                  onKind={table => sayKind(found.area, table)}
                  onChoose={choice =>
                    setChoices({ ...choices, tables: { ...choices.tables, [key]: choice } })
                  }
                />
              )
            })}
            <AlsoMake survey={survey} choices={choices} onChoose={setChoices} format={format} />
            <AlreadyThere ask={ask} survey={survey} format={format} />
            <Absent absent={survey.absent} />
            <Templates ask={ask} survey={survey} onChanged={builtTemplate} />
            <Decision survey={survey} lines={lines} onAgain={lookAgain} />
          </>
        )}
      </div>
      {plan && lines.length > 0 && done?.outcome !== 'done' && (
        <section class="tray" aria-label={text.plan}>
          <Progress what={text.doing} waiting={settingUp.waiting} onAgain={lookAgain} />
          <Trouble trouble={settingUp.trouble} />
          {!settingUp.waiting && <p>{text.planCount(lines.length)}</p>}
          <button class="first" type="button" aria-disabled={settingUp.waiting} onClick={() => go(plan)}>
            {text.go}
          </button>
        </section>
      )}
    </div>
  )
}

const isNew = (survey: Survey | undefined) => survey?.definitions.state !== 'there'
