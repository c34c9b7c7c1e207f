import { readFile } from 'node:fs/promises'
import { type ObjectExpression, type Program, parse } from 'acorn'
import { type Plugin, transform } from 'esbuild'

/** What a declaration says to readers only: the sidebar, the help and the pages, never the computation. */
const readingMatter = new Set(['about', 'title', 'questions', 'examples', 'sources', 'keywords'])

/**
 * Leaves the reading matter of the metrics out of a bundle that only computes. A text becomes empty and a list an
 * empty list, so that the shape of a declaration stays.
 */
export const declarationsOnly: Plugin = {
  name: 'declarations only',
  setup(build) {
    build.onLoad({ filter: /[\\/]shared[\\/]metrics[\\/][\w-]+[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2020' })
      return { contents: withoutReadingMatter(code), loader: 'js' }
    })
  },
}

/** Looks at the properties of the declaration itself only: what a parameter is about stands in error reasons. */
function withoutReadingMatter(code: string): string {
  const cuts = parse(code, { ecmaVersion: 2020, sourceType: 'module' })
    .body.flatMap(declarations)
    .flatMap(declaration => declaration.properties)
    .flatMap(property => {
      if (property.type !== 'Property' || property.key.type !== 'Identifier') return []
      if (!readingMatter.has(property.key.name)) return []
      const by = { Literal: "''", ArrayExpression: '[]' }[property.value.type as string]
      return by === undefined ? [] : [{ start: property.value.start, end: property.value.end, by }]
    })
  // From the end on, so that the places of the others stay right.
  return cuts.reduceRight((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code)
}

/** The objects that a module hands to `metric(…)`. */
function declarations(statement: Program['body'][number]): ObjectExpression[] {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  if (declared?.type !== 'VariableDeclaration') return []
  return declared.declarations.flatMap(({ init }) => {
    if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') return []
    const [declaration] = init.arguments
    return init.callee.name === 'metric' && declaration?.type === 'ObjectExpression' ? [declaration] : []
  })
}
