import type { Card } from '../../renderings/card'
import { messages } from '../messages'
import { Page, Section } from '../parts/page'
import type { Workbook } from '../workbook'
import { Parameter } from './parameter'
import { UseFormula } from './use-formula'

const text = messages.card

interface CardPageProps {
  readonly card: Card
  readonly workbook: Workbook
  readonly onBack: () => void
}

/** Everything about one formula, the way into the sheet first. */
export function CardPage({ card, workbook, onBack }: CardPageProps) {
  return (
    <Page title={card.title} back={text.back} onBack={onBack}>
      <p class="name">
        <code>{card.name}</code>
      </p>
      <p class="about">{card.about}</p>
      <Tags card={card} />
      <UseFormula card={card} workbook={workbook} />
      <Section title={text.formula}>
        <p>{card.words}</p>
        {card.formula !== '' && <code class="block">{card.formula}</code>}
        <p class="quiet">{text.result(card.unit)}</p>
      </Section>
      <Section title={text.parameters} shown={card.parameters.length > 0}>
        <dl class="entries">
          {card.parameters.map(parameter => (
            <Parameter key={parameter.name} parameter={parameter} typed={card.typed} />
          ))}
        </dl>
      </Section>
      <Section title={text.examples(card.examples.length)} shown={card.examples.length > 0}>
        {card.examples.map(example => (
          <div class="example" key={example.call}>
            <code>{`=${workbook.prefix}${example.call}`}</code>
            <p class="answer">
              <span class="unseen">{text.gives}</span>
              <span aria-hidden="true">→ </span>
              <output>{example.answer}</output>
            </p>
            {example.about !== undefined && <p class="quiet">{example.about}</p>}
          </div>
        ))}
      </Section>
      <Section title={text.variants} shown={card.variants.length > 0}>
        <dl class="entries">
          {card.variants.map(variant => (
            <div key={variant.when}>
              <dt class="when">
                {text.when} <code>{variant.when}</code>
              </dt>
              <dd>
                <code class="block">{variant.formula}</code>
                <p>{variant.about}</p>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={text.errors} shown={card.errors.length > 0}>
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
      <Section title={text.sources(card.sources.length)} shown={card.sources.length > 0}>
        <ul class="sources">
          {card.sources.map(source => (
            <li key={source.label}>
              <Source {...source} />
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Tags({ card }: { card: Card }) {
  const tags = [
    card.indicator === 'leading' && text.leading,
    card.indicator === 'lagging' && text.lagging,
    card.better === 'higher' && text.higher,
    card.better === 'lower' && text.lower,
  ].filter(tag => tag !== false)
  if (tags.length === 0) return null
  return (
    <ul class="tags" aria-label={text.kind}>
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
