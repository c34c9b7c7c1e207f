/** A part of a spreadsheet's formula; `start` and `end` are where it stands in the text, its end not counted in. */
export type Expression = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'logical'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string }
  /** `B2`, `Leads!$A$1:K13`, `A:C`: as it is written. */
  | { readonly kind: 'reference'; readonly text: string }
  /** A name of the workbook, or one that LET or LAMBDA gives. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Expression[])[] }
  /** An argument that was skipped is `missing`. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: string
      readonly left: Expression
      readonly right: Expression
    }
  /** What only the spreadsheet understands, or nobody; with the parts of it that could be read. */
  | { readonly kind: 'other'; readonly parts: readonly Expression[] }
)

/** What an expression is made of, in the order of the text. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return expression.args
    case 'array':
      return expression.rows.flat()
    case 'unary':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    case 'other':
      return expression.parts
    default:
      return []
  }
}

/** Every expression within one, itself first. */
export function* within(expression: Expression): Generator<Expression> {
  const left = [expression]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    yield next
    left.push(...[...partsOf(next)].reverse())
  }
}
