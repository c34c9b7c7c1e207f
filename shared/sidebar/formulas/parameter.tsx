import type { Card } from '../../renderings/card'
import { messages } from '../messages'

const text = messages.card

/** One parameter of a formula: what to hand over, in what unit, and what each choice means. */
export function Parameter({ parameter, typed }: { parameter: Card['parameters'][number]; typed: boolean }) {
  const { name, about, unit, optional, choices, measured } = parameter
  const wanted = optional ? text.optional : text.required
  return (
    <div>
      <dt>
        <code>{name}</code>
        <span class="quiet">
          {unit} · {typed ? wanted : text.measured}
        </span>
      </dt>
      <dd>
        <p>{about}</p>
        {parameter.default !== undefined && (
          <p class="quiet">
            {text.leftOut} <code>{parameter.default}</code>
          </p>
        )}
        {measured !== undefined && (
          <p class="quiet">
            {text.taken} <code>{measured}</code>
          </p>
        )}
        {choices !== undefined && choices.length > 0 && (
          <ul class="choices" aria-label={text.choices(name)}>
            {choices.map(choice => (
              <li key={choice.value}>
                <code>{choice.value}</code> {choice.about}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  )
}
