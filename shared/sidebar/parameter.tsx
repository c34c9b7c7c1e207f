import type { Card } from '../renderings/card'

/** One parameter of a formula: what to hand over, in what unit, and what each choice means. */
export function Parameter({ parameter }: { parameter: Card['parameters'][number] }) {
  const { name, about, unit, optional, choices } = parameter
  return (
    <div>
      <dt>
        <code>{name}</code>
        <span class="quiet">
          {unit}
          {optional ? ' · optional' : ' · required'}
        </span>
      </dt>
      <dd>
        <p>{about}</p>
        {parameter.default !== undefined && (
          <p class="quiet">
            If left out: <code>{parameter.default}</code>
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
