import { readFile } from 'node:fs/promises'
import { type Node, type Property, parse } from 'acorn'
import { type Plugin, transform } from 'esbuild'

/**
 * What a declaration says to readers only, never the computation. Units stay, since a metric of a team's own is checked
 * by those of what it names.
 */
const readingMatter = new Set([
  ...['about', 'title', 'spoken', 'category', 'better', 'questions', 'units'],
  ...['examples', 'sources', 'keywords'],
])

/** Reading matter that answers to the sidebar tell: all that a term says, and of a metric what it is. */
const toldOfTerms = new Set(['about', 'title', 'spoken', 'sources'])
const toldOfMetrics = new Set(['about', 'title', 'better'])

/** Leaves the reading matter of metrics and terms out of a bundle that only computes. */
export const declarationsOnly: Plugin = withoutProperties('declarations only', name =>
  readingMatter.has(name),
)

/** Leaves out what neither the computation needs nor an answer to the sidebar tells. */
export const declarationsTold: Plugin = withoutProperties('declarations told', (name, path, depth) => {
  const isTold = /[\\/]terms[\\/]/.test(path) ? toldOfTerms.has(name) : toldOfMetrics.has(name) && depth === 1
  return readingMatter.has(name) && !isTold
})

/** Whether a property is left out, by its name, its file and how deep it stands in the declaration, from 1. */
type LeftOut = (name: string, path: string, depth: number) => boolean

function withoutProperties(name: string, isLeftOut: LeftOut): Plugin {
  return {
    name,
    setup(build) {
      build.onLoad({ filter: declarations }, async ({ path }) => {
        if (/[\\/]on-tables[\\/]/.test(path)) return undefined
        const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2020' })
        return {
          contents: without(code, (property, depth) => isLeftOut(property, path, depth)),
          loader: 'js',
        }
      })
    },
  }
}

/** The folders of metrics, terms and derived columns; how tables are asked is code alone. */
const declarations =
  /[\\/]shared[\\/](?:metrics[\\/][\w-]+|definitions[\\/]terms|tables[\\/]derived)[\\/][\w-]+\.ts$/

type IsLeftOut = (property: string, depth: number) => boolean

function without(code: string, isLeftOut: IsLeftOut): string {
  const program = parse(code, { ecmaVersion: 2020, sourceType: 'module' })
  // From the end on, so that the places of the others stay right.
  return placesOf(program, isLeftOut, 0).reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''),
    code,
  )
}

/** Where the properties that are left out stand, in whatever object of the module. */
function placesOf(node: Node, isLeftOut: IsLeftOut, depth: number): readonly Pick<Node, 'start' | 'end'>[] {
  if (node.type === 'ObjectPattern') return []
  if (node.type === 'Property') {
    const { key } = node as Property
    if (key.type === 'Identifier' && isLeftOut(key.name, depth)) return [node]
  }
  const within = node.type === 'ObjectExpression' ? depth + 1 : depth
  return Object.values(node).flatMap(child =>
    [child]
      .flat()
      .filter(isNode)
      .flatMap(part => placesOf(part, isLeftOut, within)),
  )
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
