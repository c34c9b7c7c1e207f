import fc from 'fast-check'

const number = fc.oneof(
  fc.nat(100_000).map(String),
  fc.tuple(fc.nat(99), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom('.5', '1e3', '2.5E-4', '12%'),
)
const text = fc.string({ maxLength: 8 }).map(inner => `"${inner.replace(/"/g, '""')}"`)
const dollar = fc.constantFrom('', '$')
const cell = fc
  .tuple(dollar, fc.constantFrom('A', 'B', 'AA', 'XFD'), dollar, fc.integer({ min: 1, max: 60 }))
  .map(parts => parts.join(''))
const sheet = fc.constantFrom('', '', 'Leads!', "'My leads'!", "'It''s, so; 1.5'!", 'Größe!')
const reference = fc.oneof(
  fc.tuple(sheet, cell).map(parts => parts.join('')),
  fc.tuple(sheet, cell, cell).map(([on, from, to]) => `${on}${from}:${to}`),
  fc.tuple(sheet, fc.constantFrom('A:C', '$B:$B', '2:2', 'A2:A')).map(parts => parts.join('')),
)
const name = fc.constantFrom('DEFINITIONS', 'AS_OF', 'LEADS', 'tax_1', 'x', 'TRUE', '#N/A', '#REF!')
const array = fc.constantFrom('{1,2;3,4}', '{"a","b;c"}', '{1.5;-2}', '{TRUE}')
const functionName = fc.constantFrom('ROI', 'PLUMB.ROI', '_xldudf_PLUMB_ROI', 'SUM', 'IF', 'LET', 'LOG10')
const operator = fc.constantFrom('+', '-', '*', '/', '^', '&', '=', '<>', '<=', '>=', '<', '>', ' + ')

/** Formulas as hosts store them. */
export const formula = fc
  .letrec<{ expression: string }>(tie => ({
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.oneof(number, text, reference, name, array),
      fc
        .tuple(
          functionName,
          fc.array(
            fc.oneof({ weight: 5, arbitrary: tie('expression') }, { weight: 1, arbitrary: fc.constant('') }),
            { maxLength: 4 },
          ),
        )
        .map(([called, args]) => `${called}(${args.join(',')})`),
      fc.tuple(tie('expression'), operator, tie('expression')).map(parts => parts.join('')),
      tie('expression').map(inner => `(${inner})`),
      tie('expression').map(inner => `-${inner}`),
    ),
  }))
  .expression.map(expression => `=${expression}`)
