import type { TermDifference } from '../../workbook/questions'
import { messages } from '../messages'

interface DifferencesProps {
  readonly differences: readonly TermDifference[]
  readonly before: string
  readonly after: string
  /** Says from when on a difference holds, where that is known. */
  readonly day?: (serial: number) => string
}

/** Terms that two sets say differently, side by side in one column. */
export function Differences({ differences, before, after, day }: DifferencesProps) {
  if (differences.length === 0) return null
  return (
    <ul class="differences">
      {differences.map(difference => (
        <li key={difference.term}>
          <h3>{difference.title}</h3>
          <dl>
            <dt>{before}</dt>
            <dd>{difference.before || '–'}</dd>
            <dt>{after}</dt>
            <dd>{difference.after || '–'}</dd>
          </dl>
          {day && difference.effectiveFrom !== undefined && (
            <p class="quiet">{messages.approve.from(day(difference.effectiveFrom))}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
