/**
 * Computes every scalar formula on 100,000 sets of hard numbers (or as many as are asked for) and compares each result
 * with that of decimal.js at 100 digits. Formulas with powers take minutes: the reference is slow, not they.
 */
import { compile, known } from '../shared/formula/compile'
import { treeOf } from '../shared/formula/trees'
import { reference } from '../test/support/decimal-reference'
import { hardNumbers, randomFrom } from '../test/support/hard-numbers'
import { scalarFormulas } from '../test/support/scalar-formulas'

const [samples = 100_000, seed = 1] = process.argv.slice(2).map(Number)
let wrong = 0

for (const { formula, names } of scalarFormulas()) {
  const tree = treeOf(formula)
  const quick = compile(tree, names)
  const random = randomFrom(seed)
  let [decided, compared] = [0, 0]
  for (let sample = 0; sample < samples; sample++) {
    const numbers = hardNumbers(names.length, random)
    const found = quick(numbers.map(known))
    if (found === undefined) continue
    decided++
    const wanted = reference(
      tree,
      Object.fromEntries(names.map((name, place) => [name, numbers[place] as number])),
    )
    if (wanted === undefined) continue
    compared++
    if (wanted === found) continue
    wrong++
    console.error(`${formula} of ${numbers.join(', ')} is ${wanted}, not ${found}`)
  }
  console.log(
    `${formula}: ${samples} sets, ${decided} decided without decimals, ${compared} of those compared`,
  )
}

console.log(wrong === 0 ? 'Every result is the nearest double.' : `${wrong} results are wrong.`)
process.exitCode = wrong === 0 ? 0 : 1
