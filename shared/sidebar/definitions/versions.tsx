import { useState } from 'preact/hooks'
import type { Ask, Definitions } from '../../workbook/questions'
import { messages } from '../messages'
import { useAnswer } from '../parts/asking'
import { Differences } from '../parts/differences'
import { ChoiceField } from '../parts/field'
import type { Format } from '../parts/format'
import { Page } from '../parts/page'
import { Progress, Trouble } from '../parts/progress'
import { titleOf } from './draft'

const text = messages.versions

interface VersionsProps {
  readonly ask: Ask
  readonly definitions: Definitions
  readonly format: Format
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly onBack: () => void
}

/** What was approved when, and what any two versions say differently. */
export function Versions({ ask, definitions, format, onBack, ...asked }: VersionsProps) {
  const { versions, version: last } = definitions
  const [from, setFrom] = useState(asked.from ?? Math.max(last - 1, 0))
  const [to, setTo] = useState(asked.to ?? last)
  const comparing = useAnswer(ask, 'difference', last === 0 ? undefined : { from, to })
  // A version that was saved a moment ago may not have been read yet.
  const numbers = [...new Set([0, ...versions.map(({ version }) => version), from, to])].sort((a, b) => b - a)
  const options = numbers.map(number => ({
    value: String(number),
    label: number === 0 ? text.builtIn : `v${number}`,
  }))
  return (
    <Page
      title={text.title}
      back={asked.to === undefined ? text.back : messages.approve.back}
      onBack={onBack}
    >
      {last === 0 ? (
        <p class="empty">{text.none}</p>
      ) : (
        <section>
          <h2>{text.compare}</h2>
          <div class="pair">
            <ChoiceField
              label={text.from}
              value={String(from)}
              options={options}
              onChange={next => setFrom(Number(next))}
            />
            <ChoiceField
              label={text.to}
              value={String(to)}
              options={options}
              onChange={next => setTo(Number(next))}
            />
          </div>
          <Progress what={text.comparing} waiting={comparing.waiting} onAgain={comparing.again} />
          <Trouble trouble={comparing.trouble} onAgain={comparing.again} />
          {comparing.answer && !comparing.waiting && !comparing.trouble && (
            <>
              <p role="status">
                {comparing.answer.length === 0 ? text.same : text.differ(comparing.answer.length)}
              </p>
              <Differences
                differences={comparing.answer}
                before={labelOf(from)}
                after={labelOf(to)}
                day={format.day}
              />
            </>
          )}
        </section>
      )}
      <ol class="timeline">
        {versions.map(({ version, recordedAt, changedBy, terms, reason }) => (
          <li key={version}>
            <p>
              <strong>{messages.term.entry(version)}</strong>{' '}
              <span class="quiet">{messages.term.by(changedBy, format.moment(recordedAt))}</span>
            </p>
            <p>{text.changed(terms.map(id => titleOf(definitions, id)))}</p>
            <p class="quiet">“{reason}”</p>
          </li>
        ))}
      </ol>
    </Page>
  )
}

const labelOf = (version: number) => (version === 0 ? text.builtIn : `v${version}`)
