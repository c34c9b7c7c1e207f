import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Card } from '../../renderings/card'
import type { Workbook } from '../workbook'
import { Insertion } from './insertion'
import { Parameter } from './parameter'

interface CardPageProps {
  readonly card: Card
  readonly workbook: Workbook
  readonly onBack: () => void
}

/** Everything about one formula, the way into the sheet first. */
export function CardPage({ card, workbook, onBack }: CardPageProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => title.current?.focus({ preventScroll: true }), [])
  const asTyped = (call: string) => `=${workbook.prefix}${call}`

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    onBack()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works wherever the focus is in the card
    <div class="card" onKeyDown={onKeyDown}>
      <nav class="bar" aria-label="Catalogue">
        <button class="back" type="button" onClick={onBack}>
          <span aria-hidden="true">‹</span> All formulas
        </button>
      </nav>
      <main>
        <h1 ref={title} tabIndex={-1}>
          {card.title}
        </h1>
        <p class="name">
          <code>{card.name}</code>
        </p>
        <p class="about">{card.about}</p>
        <Tags card={card} />
        <Insertion formula={asTyped(card.insert)} workbook={workbook} />
        <Section title="Formula">
          <p>{card.words}</p>
          {card.formula !== '' && <code class="block">{card.formula}</code>}
          <p class="quiet">Result: {card.unit}</p>
        </Section>
        <Section title="Parameters" shown={card.parameters.length > 0}>
          <dl class="entries">
            {card.parameters.map(parameter => (
              <Parameter key={parameter.name} parameter={parameter} typed={card.typed} />
            ))}
          </dl>
        </Section>
        <Section title={card.examples.length > 1 ? 'Examples' : 'Example'} shown={card.examples.length > 0}>
          {card.examples.map(example => (
            <div class="example" key={example.call}>
              <code>{asTyped(example.call)}</code>
              <p class="answer">
                <span class="unseen">gives </span>
                <span aria-hidden="true">→ </span>
                <output>{example.answer}</output>
              </p>
              {example.about !== undefined && <p class="quiet">{example.about}</p>}
            </div>
          ))}
        </Section>
        <Section title="Variants" shown={card.variants.length > 0}>
          <dl class="entries">
            {card.variants.map(variant => (
              <div key={variant.when}>
                <dt class="when">
                  When <code>{variant.when}</code>
                </dt>
                <dd>
                  <code class="block">{variant.formula}</code>
                  <p>{variant.about}</p>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title="Errors" shown={card.errors.length > 0}>
          <dl class="entries">
            {card.errors.map(({ error, reason }) => (
              <div key={error + reason}>
                <dt>
                  <code>{error}</code>
                </dt>
                <dd>{reason}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title={card.sources.length > 1 ? 'Sources' : 'Source'} shown={card.sources.length > 0}>
          <ul class="sources">
            {card.sources.map(source => (
              <li key={source.label}>
                <Source {...source} />
              </li>
            ))}
          </ul>
        </Section>
      </main>
    </div>
  )
}

function Section(props: { title: string; shown?: boolean; children: ComponentChildren }) {
  if (props.shown === false) return null
  return (
    <section>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}

function Tags({ card }: { card: Card }) {
  const tags = [
    card.indicator === 'leading' && 'Leading indicator',
    card.indicator === 'lagging' && 'Lagging indicator',
    card.better === 'higher' && 'Higher is better',
    card.better === 'lower' && 'Lower is better',
  ].filter(tag => tag !== false)
  if (tags.length === 0) return null
  return (
    <ul class="tags" aria-label="Kind">
      {tags.map(tag => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  )
}

/** Only a web address becomes a link: `javascript:` and the like stay text. */
function Source({ label, url }: Card['sources'][number]) {
  if (url === undefined || !/^https?:\/\//i.test(url)) return <>{label}</>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  )
}
