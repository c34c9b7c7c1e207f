import { readFile } from 'node:fs/promises'
import { type Node, type Property, parse } from 'acorn'
import { type Plugin, transform } from 'esbuild'

/**
 * What a declaration says to readers only: the sidebar, the help and the pages, never the computation. Units stay, since
 * a metric of a team's own is checked by those of what it names, and that lower is better, by which a target is met.
 */
const readingMatter = new Set([
  ...['about', 'title', 'spoken', 'category', 'better', 'questions', 'units'],
  ...['examples', 'sources', 'keywords'],
])

/** Leaves the reading matter of metrics and terms out of a bundle that only computes. */
export const declarationsOnly: Plugin = {
  name: 'declarations only',
  setup(build) {
    build.onLoad({ filter: declarations }, async ({ path }) => {
      if (/[\\/]on-tables[\\/]/.test(path)) return undefined
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2020' })
      return { contents: withoutReadingMatter(code), loader: 'js' }
    })
  },
}

/** The folders of metrics, terms and derived columns; how tables are asked is code alone. */
const declarations =
  /[\\/]shared[\\/](?:metrics[\\/][\w-]+|definitions[\\/]terms|tables[\\/]derived)[\\/][\w-]+\.ts$/

function withoutReadingMatter(code: string): string {
  // From the end on, so that the places of the others stay right.
  return readingPlaces(parse(code, { ecmaVersion: 2020, sourceType: 'module' })).reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''),
    code,
  )
}

/** Where the properties for readers stand, in whatever object of the module. */
function readingPlaces(node: Node): readonly Pick<Node, 'start' | 'end'>[] {
  if (node.type === 'Property') {
    const { key, value } = node as Property
    const isForReaders = key.type === 'Identifier' && readingMatter.has(key.name)
    if (isForReaders && !(value.type === 'Literal' && value.value === 'lower')) return [node]
  }
  return Object.values(node).flatMap(child => [child].flat().filter(isNode).flatMap(readingPlaces))
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
