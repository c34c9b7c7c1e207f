import { compile, known } from '../../shared/formula/compile'
import { evaluate } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'
import { isCellError } from '../../shared/values'
import { reference } from '../support/decimal-reference'
import { hardNumbers, randomFrom } from '../support/hard-numbers'
import { scalarFormulas } from '../support/scalar-formulas'

const samples = 200

test.each(scalarFormulas())(
  '$formula is rounded to the double nearest to its true value',
  ({ formula, names }) => {
    const random = randomFrom(formula.length)
    // The reference takes long for powers.
    const count = formula.includes('^') ? samples / 4 : samples
    const tree = treeOf(formula)
    const quick = compile(tree, names)
    let decided = 0
    for (let sample = 0; sample < count; sample++) {
      const numbers = hardNumbers(names.length, random)
      const inputs = Object.fromEntries(names.map((name, place) => [name, numbers[place] as number]))
      const wanted = reference(tree, inputs)
      const found = quick(numbers.map(known))
      if (found !== undefined) decided++
      if (found !== undefined && wanted !== undefined) expect([inputs, found]).toEqual([inputs, wanted])
      if (wanted === undefined || (formula.includes('^') && sample % 10 > 0)) continue
      const answer = evaluate(tree, inputs)
      expect([inputs, isCellError(answer) ? answer.error : answer]).toEqual([inputs, wanted])
    }
    expect(decided).toBeGreaterThan(count / 16)
  },
)
