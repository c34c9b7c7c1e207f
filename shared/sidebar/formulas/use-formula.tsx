import { useMemo, useState } from 'preact/hooks'
import type { Card } from '../../renderings/card'
import { shownFormula } from '../../workbook/formulas/formula-locale'
import { useAnswer, useSettled } from '../parts/asking'
import { formatFor } from '../parts/format'
import { useLocale } from '../parts/locale'
import type { Workbook } from '../workbook'
import { argumentsOf, Builder, fieldAt, givenTo, isNeeded, type Typed } from './builder'
import { Insertion } from './insertion'
import { LiveValue } from './live-value'

/**
 * The formula as it goes into the sheet: the example of the card until an argument is typed, then the user's own, with
 * its value as it is typed.
 */
export function UseFormula({ card, workbook }: { card: Card; workbook: Workbook }) {
  const [typed, setTyped] = useState<Typed>(new Map())
  const locale = useLocale(workbook.ask)
  const format = useMemo(() => formatFor(locale), [locale])
  const args = argumentsOf(card, typed)
  const settled = useSettled(args)
  const missing = givenTo(card).filter((parameter, place) => isNeeded(parameter) && !args[place])
  const isComplete = args.length > 0 && missing.length === 0
  const isSettled = settled.length === args.length && settled.every((arg, place) => arg === args[place])
  const evaluating = useAnswer(
    workbook.ask,
    'evaluate',
    isComplete && isSettled ? { name: card.name, args } : undefined,
  )
  const evaluated = isComplete ? evaluating.answer : undefined
  // A formula with an argument that was not understood is not worth inserting.
  const understood = evaluated?.faults.length === 0 ? evaluated : undefined
  const example = `=${workbook.prefix}${card.insert}`
  const draft = `=${workbook.prefix}${card.name}(${args.join(`${locale.separator} `)})`
  const isOwn = args.length > 0

  function toGap() {
    const place = missing[0] ? givenTo(card).indexOf(missing[0]) : evaluated?.faults[0]?.place
    if (place !== undefined) fieldAt(place)?.focus()
  }

  return (
    <>
      <Insertion
        formula={isOwn ? understood?.formula : example}
        shown={isOwn ? (understood?.shown ?? draft) : shownFormula(example, locale)}
        workbook={workbook}
        onIncomplete={toGap}
      >
        {isOwn && (
          <LiveValue
            evaluating={evaluating}
            evaluated={evaluated}
            missing={missing.map(({ name }) => name)}
            waiting={isComplete && (!isSettled || evaluating.waiting)}
            format={format}
          />
        )}
      </Insertion>
      <Builder
        card={card}
        typed={typed}
        onTyped={setTyped}
        ask={workbook.ask}
        faults={evaluated?.faults ?? []}
      />
    </>
  )
}
