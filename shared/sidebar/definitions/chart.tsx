import type { Effect, Preview, Value } from '../../workbook/questions'
import { messages } from '../messages'
import type { Format } from '../parts/format'

const width = 268
const height = 108
const top = 16
const bottom = 20

interface ChartProps {
  readonly effect: Effect
  readonly periods: Preview['periods']
  readonly format: Format
  /** Said once above several charts of a kind. */
  readonly hasLegend: boolean
}

/**
 * Two bars a period: solid as it is, dashed as it would be, from a line at 0. The table beneath says the same, so it is
 * hidden from those who hear the page.
 */
export function Chart({ effect, periods, format, hasLegend }: ChartProps) {
  const numbers = [...effect.before, ...effect.after].flatMap(numberOf)
  if (numbers.length === 0) return null
  const highest = Math.max(0, ...numbers)
  const lowest = Math.min(0, ...numbers)
  const span = highest - lowest || 1
  const room = height - top - bottom - (lowest < 0 ? 12 : 0)
  const y = (value: number) => top + ((highest - value) / span) * room
  const slot = width / Math.max(periods.length, 1)
  const bar = Math.min(28, slot / 2 - 4)

  function drawn(value: Value | undefined, x: number, kind: 'before' | 'after') {
    const [number] = value ? numberOf(value) : []
    if (number === undefined) return null
    const start = Math.min(y(number), y(0))
    const size = Math.abs(y(number) - y(0))
    return (
      <g class={kind}>
        <rect x={x} y={start} width={bar} height={Math.max(size, 1)} rx="1.5" />
        <text x={x + bar / 2} y={number < 0 ? start + size + 10 : start - 4}>
          {format.short(number, effect.unit)}
        </text>
      </g>
    )
  }

  return (
    <>
      <svg class="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <line x1="0" x2={width} y1={y(0)} y2={y(0)} />
        {periods.map(({ name }, place) => {
          const middle = slot * (place + 0.5)
          return (
            <g key={name}>
              {drawn(effect.before[place], middle - bar - 1.5, 'before')}
              {drawn(effect.after[place], middle + 1.5, 'after')}
              <text class="period" x={middle} y={height - 5}>
                {name}
              </text>
            </g>
          )
        })}
      </svg>
      {hasLegend && (
        <p class="legend" aria-hidden="true">
          <span class="before">{messages.preview.before}</span>
          <span class="after">{messages.preview.after}</span>
        </p>
      )}
    </>
  )
}

function numberOf(value: Value): readonly number[] {
  return 'number' in value && Number.isFinite(value.number) ? [value.number] : []
}
