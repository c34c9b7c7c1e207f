import { useState } from 'preact/hooks'
import { isCellError } from '../../values'
import type { Effect, Preview, Value } from '../../workbook/questions'
import { messages } from '../messages'
import type { Format } from '../parts/format'
import { Chart } from './chart'

const text = messages.preview

/** A policy may concern dozens of metrics; those that are asked for first are enough to decide. */
const shownFirst = 5

interface ImpactProps {
  readonly preview: Preview
  /** The first day on which any of the changes takes effect. */
  readonly from: number
  readonly format: Format
}

/** What a change does to the numbers of the last periods: each metric that changes as chart and table, the rest by name. */
export function Impact({ preview, from, format }: ImpactProps) {
  const [shown, setShown] = useState(shownFirst)
  const changed = preview.effects.filter(effect => effect.changed)
  const unchanged = preview.effects.filter(effect => !effect.changed)
  const kept = preview.periods.filter(period => period.from < from).map(({ name }) => name)
  return (
    <div class="impact">
      <p role="status">{changed.length === 0 ? text.none : text.changes(changed.length)}</p>
      {changed.length > 0 && kept.length > 0 && <p class="quiet">{text.keep(format.day(from), kept)}</p>}
      {changed.slice(0, shown).map((effect, place) => (
        <EffectTable
          key={effect.metric}
          effect={effect}
          periods={preview.periods}
          format={format}
          isFirst={place === 0}
        />
      ))}
      {changed.length > shown && (
        <button class="link" type="button" onClick={() => setShown(changed.length)}>
          {text.more(changed.length - shown)}
        </button>
      )}
      {unchanged.length > 0 && (
        <details>
          <summary>{text.unchanged(unchanged.length)}</summary>
          <ul class="plain">
            {unchanged.map(({ metric, title }) => (
              <li key={metric}>{title}</li>
            ))}
          </ul>
        </details>
      )}
      {preview.lacking.length > 0 && <p class="quiet">{text.lacking(preview.lacking)}</p>}
    </div>
  )
}

interface EffectTableProps {
  readonly effect: Effect
  readonly periods: Preview['periods']
  readonly format: Format
  readonly isFirst: boolean
}

function EffectTable({ effect, periods, format, isFirst }: EffectTableProps) {
  const { title, before, after, better } = effect
  return (
    <figure class="effect">
      <figcaption>{title}</figcaption>
      <Chart effect={effect} periods={periods} format={format} hasLegend={isFirst} />
      <table>
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text.period}</th>
            <th scope="col" class="before">
              {text.before}
            </th>
            <th scope="col" class="after">
              {text.after}
            </th>
            <th scope="col">{text.difference}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ name, locked }, place) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {locked && (
                  <span class="quiet" title={text.locked}>
                    {' '}
                    {text.lockedShort}
                  </span>
                )}
              </th>
              <Figure value={before[place]} format={format} />
              <Figure value={after[place]} format={format} />
              <td>{difference(before[place], after[place], better, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

/** In a narrow column the number alone, without the cents of thousands; the caption says of what. */
function Figure({ value, format }: { value: Value | undefined; format: Format }) {
  if (value === undefined || isCellError(value)) {
    return (
      <td class="quiet" title={value?.reason}>
        {value?.error ?? '–'}
      </td>
    )
  }
  if (!('number' in value)) return <td>{value.text}</td>
  const [unit = ''] = /^(fraction|money|date)/.exec(value.unit) ?? []
  const isLarge = unit === 'money' && Math.abs(value.number) >= 10_000
  return <td>{isLarge ? format.number(value.number, 0) : format.value({ number: value.number, unit })}</td>
}

/** Shares differ by points, other numbers by per cent. */
function difference(
  before: Value | undefined,
  after: Value | undefined,
  better: Effect['better'],
  format: Format,
) {
  if (!before || !after || !('number' in before) || !('number' in after)) return ''
  const change = after.number - before.number
  if (change === 0) return '='
  const isShare = before.unit.startsWith('fraction')
  const sign = change > 0 ? '+' : '−'
  const size = Math.abs(change)
  const amount = isShare
    ? text.points(format.number(size * 100, 1))
    : before.number === 0
      ? format.number(size, 1)
      : format.short(size / Math.abs(before.number), 'fraction')
  if (better === 'neither') return sign + amount
  const isBetter = change > 0 === (better === 'higher')
  return (
    <span class={isBetter ? 'is-better' : 'is-worse'}>
      {sign}
      {amount}
      <span class="unseen"> {isBetter ? text.better : text.worse}</span>
    </span>
  )
}
