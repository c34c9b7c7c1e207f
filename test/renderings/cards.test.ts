import { helps } from '../../shared/help'
import { cards } from '../../shared/renderings/card'

test('what people are asked for is what a call of the formula takes, in its order', () => {
  const typed = cards.filter(card => card.typed)
  expect(typed.length).toBeGreaterThan(100)
  const asked = typed.map(({ name, given, parameters }) => [name, ...shortly(given ?? parameters)])
  const taken = typed.map(({ name }) => [
    name,
    ...shortly(helps.find(help => help.name === name)?.parameters ?? []),
  ])
  expect(asked).toEqual(taken)
})

const shortly = (parameters: readonly { name: string; optional: boolean }[]) =>
  parameters.map(({ name, optional }) => (optional ? `[${name}]` : name))
