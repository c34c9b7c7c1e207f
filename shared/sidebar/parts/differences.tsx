import type { TermDifference } from '../../workbook/questions'

interface DifferencesProps {
  readonly differences: readonly TermDifference[]
  readonly before: string
  readonly after: string
}

/** Terms that two sets say differently, side by side in one column. */
export function Differences({ differences, before, after }: DifferencesProps) {
  if (differences.length === 0) return null
  return (
    <ul class="differences">
      {differences.map(difference => (
        <li key={difference.term}>
          <h3>{difference.title}</h3>
          <dl>
            <dt>{before}</dt>
            <dd>{difference.before}</dd>
            <dt>{after}</dt>
            <dd>{difference.after}</dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}
