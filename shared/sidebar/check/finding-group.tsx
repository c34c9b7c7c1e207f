import { useState } from 'preact/hooks'
import { addressText } from '../../workbook/area'
import type { Ask, Finding, FindingKind } from '../../workbook/questions'
import { messages } from '../messages'
import { adviceBeyond } from '../parts/advice'
import { FormulaText } from '../parts/formula-text'
import { GoThere } from '../parts/go-there'

const text = messages.check
const shownFirst = 5

interface FindingGroupProps {
  readonly ask: Ask
  readonly kind: FindingKind
  readonly findings: readonly Finding[]
  readonly canMend: boolean
  readonly onMend: (findings: readonly Finding[]) => void
}

/** Findings of one kind; the first few of many. */
export function FindingGroup({ ask, kind, findings, canMend, onMend }: FindingGroupProps) {
  const [shown, setShown] = useState(shownFirst)
  const mendable = findings.filter(({ mended }) => mended !== undefined)
  const rest = findings.length - shown
  return (
    <section class="box finding-group">
      <div class="box-head">
        <h3>{text.kinds[kind]}</h3>
        <span class="count-chip">{findings.length}</span>
      </div>
      <ul>
        {findings.slice(0, shown).map(finding => (
          <OneFinding
            key={JSON.stringify([finding.area, finding.detail])}
            {...{ ask, finding, canMend }}
            onMend={() => onMend([finding])}
          />
        ))}
      </ul>
      <div class="links">
        {rest > 0 && (
          <button class="link" type="button" onClick={() => setShown(shown + 50)}>
            {text.more(rest)}
          </button>
        )}
        {mendable.length > 1 && (
          <button
            class="link"
            type="button"
            aria-disabled={!canMend}
            onClick={() => canMend && onMend(mendable)}
          >
            {text.mendAll(mendable.length)}
            <span class="unseen"> {text.kinds[kind]}</span>
          </button>
        )}
      </div>
    </section>
  )
}

interface OneFindingProps {
  readonly ask: Ask
  readonly finding: Finding
  readonly canMend: boolean
  readonly onMend: () => void
}

function OneFinding({ ask, finding, canMend, onMend }: OneFindingProps) {
  const { area, holds, detail, mended } = finding
  const advice = adviceBeyond(detail, finding.remedy)
  return (
    <li>
      <GoThere ask={ask} area={area} />
      <p>{detail}</p>
      {holds !== '' && (
        <p class="holds">
          <span class="quiet">{text.holds} </span>
          <code>
            <FormulaText formula={holds} />
          </code>
        </p>
      )}
      {mended !== undefined && (
        <p class="holds">
          <span class="quiet">{text.would} </span>
          <code>
            <FormulaText formula={mended} />
          </code>
        </p>
      )}
      {advice !== '' && <p class="quiet">{advice}</p>}
      {mended !== undefined && (
        <button
          class="second small"
          type="button"
          aria-disabled={!canMend}
          onClick={() => canMend && onMend()}
        >
          <span aria-hidden="true">{text.mend}</span>
          <span class="unseen">{text.mendHere(addressText(area))}</span>
        </button>
      )}
    </li>
  )
}
