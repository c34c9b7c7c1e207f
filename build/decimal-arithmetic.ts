import { readFile } from 'node:fs/promises'
import { type Node, parse } from 'acorn'
import type { Plugin } from 'esbuild'

/** Families of decimal.js's methods that no metric calls: angles, other number bases, fractions, chance. */
const unneeded =
  /^(a?(cos|sin|tan)h?|atan2|(inverse)?(hyperbolic)?(co)?sine|(inverse)?(hyperbolic)?tangent|hypot|cbrt|cubeRoot|random|to(Binary|Hexadecimal|Hex|Octal|Fraction|Nearest))$/i

/**
 * Leaves those methods out of a bundle. They are assigned to a prototype, one statement each, where no bundler can
 * tell that they are not used; what they alone call falls away by itself.
 */
export const decimalArithmetic: Plugin = {
  name: 'decimal arithmetic',
  setup(build) {
    build.onLoad({ filter: /[\\/]decimal\.mjs$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      const cuts = statementsIn(parse(code, { ecmaVersion: 2020, sourceType: 'module' })).filter(isUnneeded)
      const contents = cuts.reduceRight(
        (text, { start, end }) => text.slice(0, start) + text.slice(end),
        code,
      )
      return { contents, loader: 'js' }
    })
  },
}

/** The statements of the module and of the functions in it (`clone` assigns the static methods), in their order. */
function statementsIn(node: Node): Node[] {
  const { body } = node as { body?: Node | readonly Node[] }
  if (Array.isArray(body)) return body.flatMap(statement => [statement, ...statementsIn(statement)])
  return body ? statementsIn(body as Node) : []
}

/** `P.cosine = P.cos = function …` or `Decimal.cos = cos`. */
function isUnneeded(statement: Node): boolean {
  if (statement.type !== 'ExpressionStatement') return false
  const { expression } = statement as unknown as { expression: Node }
  if (expression.type !== 'AssignmentExpression') return false
  const { left } = expression as unknown as { left: Node & { property?: { name?: string } } }
  return left.type === 'MemberExpression' && unneeded.test(left.property?.name ?? '')
}
