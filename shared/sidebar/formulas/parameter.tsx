import type { Card } from '../../renderings/card'

/** One parameter of a formula: what to hand over, in what unit, and what each choice means. */
export function Parameter({ parameter, typed }: { parameter: Card['parameters'][number]; typed: boolean }) {
  const { name, about, unit, optional, choices, measured } = parameter
  const wanted = optional ? 'optional' : 'required'
  return (
    <div>
      <dt>
        <code>{name}</code>
        <span class="quiet">
          {unit} · {typed ? wanted : 'measured'}
        </span>
      </dt>
      <dd>
        <p>{about}</p>
        {parameter.default !== undefined && (
          <p class="quiet">
            If left out: <code>{parameter.default}</code>
          </p>
        )}
        {measured !== undefined && (
          <p class="quiet">
            METRIC takes it from: <code>{measured}</code>
          </p>
        )}
        {choices !== undefined && choices.length > 0 && (
          <ul class="choices" aria-label={`Choices for ${name}`}>
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
