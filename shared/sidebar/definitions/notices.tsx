import type { Ask, Definitions } from '../../workbook/questions'
import { messages } from '../messages'
import { GoThere } from '../parts/go-there'

const text = messages.definitions

/** What is wrong with the table as a whole, and the next step. */
export function Notices({
  ask,
  definitions,
  onSetUp,
}: {
  ask: Ask
  definitions: Definitions
  onSetUp: () => void
}) {
  const { area, problem, sealed } = definitions
  return (
    <>
      {problem && (
        <div class="notice">
          <p class="refused" role="alert">
            {problem.reason} {text.problem}
          </p>
          {area && <GoThere ask={ask} area={area} label={text.goThere} />}
        </div>
      )}
      {!problem && !sealed && (
        <div class="notice">
          <p class="warned">{text.unsealed}</p>
        </div>
      )}
      {!area && (
        <div class="notice">
          <p>{text.notThere}</p>
          <button class="second" type="button" onClick={onSetUp}>
            {text.notThereNext}
          </button>
        </div>
      )}
    </>
  )
}
