import { readFile } from 'node:fs/promises'
import { type Expression, type Node, type ObjectExpression, type Property, parse } from 'acorn'
import { type Plugin, transform } from 'esbuild'

/**
 * What a declaration says to readers only: the sidebar, the help and the pages, never the computation. Units stay, since
 * a metric of a team's own is checked by those of what it names.
 */
const readingMatter = new Set([
  ...['about', 'title', 'spoken', 'category', 'better', 'questions', 'units'],
  ...['examples', 'sources', 'keywords'],
])

/** Leaves the reading matter of metrics and terms out of a bundle that only computes. */
export const declarationsOnly: Plugin = {
  name: 'declarations only',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]shared[\\/](metrics|definitions)[\\/][\w-]+[\\/][\w-]+\.ts$/ },
      async ({ path }) => {
        const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2020' })
        return { contents: withoutReadingMatter(code), loader: 'js' }
      },
    )
  },
}

function withoutReadingMatter(code: string): string {
  const { body } = parse(code, { ecmaVersion: 2020, sourceType: 'module' })
  // From the end on, so that the places of the others stay right.
  return body
    .flatMap(declared)
    .flatMap(readingPlaces)
    .reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code)
}

/** The objects that a module hands to `metric(…)` or `terms(…)`. */
function declared(statement: Node): ObjectExpression[] {
  if (statement.type !== 'VariableDeclaration' && statement.type !== 'ExportNamedDeclaration') return []
  const { declaration = statement } = statement as { declaration?: Node }
  const { declarations = [] } = declaration as { declarations?: readonly { init?: Expression | null }[] }
  return declarations.flatMap(({ init }) => {
    if (init?.type !== 'CallExpression') return []
    const [first] = init.arguments
    return first?.type === 'ObjectExpression' ? [first] : []
  })
}

/** Where the properties for readers stand, in the declaration and in the objects and lists within it. */
function readingPlaces({ properties }: ObjectExpression): Pick<Property, 'start' | 'end'>[] {
  return properties.flatMap(property => {
    if (property.type !== 'Property') return []
    return property.key.type === 'Identifier' && readingMatter.has(property.key.name)
      ? [property]
      : objectsIn(property.value).flatMap(readingPlaces)
  })
}

function objectsIn(value: Expression): ObjectExpression[] {
  if (value.type === 'ObjectExpression') return [value]
  if (value.type !== 'ArrayExpression') return []
  return value.elements.flatMap(element => (element?.type === 'ObjectExpression' ? [element] : []))
}
