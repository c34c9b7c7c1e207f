import type { FunctionHelp, FunctionParameter } from '../help'

/**
 * A formula as Google Sheets wants it: a function at the top level, whose help is the comment above it.
 * The function only hands its arguments to `call` of the bundle, which is the variable `bundle`.
 */
export function appsScriptFunction(fn: FunctionHelp, bundle: string): string {
  const names = fn.parameters.map(parameter => parameter.name)
  const help = [
    `${oneLine(fn.about)} Example: =${oneLine(fn.example)}`,
    '',
    ...fn.parameters.map(parameter => `@param {${type(parameter)}} ${parameter.name} ${about(parameter)}`),
    '@customfunction',
  ]
  return [
    '/**',
    ...help.map(line => ` * ${line}`.trimEnd()),
    ' */',
    `function ${fn.name}(${names.join(', ')}) {`,
    `  return ${bundle}.call(${JSON.stringify(fn.name)}, arguments)`,
    '}',
  ].join('\n')
}

/** Sheets shows the type only as a word in its help; `range` says more there than `Array`. */
function type({ kind }: FunctionParameter): string {
  if (kind === 'range' || kind === 'table') return 'range'
  return kind === 'choice' ? 'text' : kind
}

function about(parameter: FunctionParameter): string {
  const notes = [
    parameter.kind === 'number' || parameter.kind === 'range' ? parameter.unit : '',
    parameter.choices === undefined ? '' : `one of ${parameter.choices.join(', ')}`,
    parameter.optional ? 'optional' : '',
    parameter.repeating === true ? 'may be repeated' : '',
  ].filter(note => note !== '')
  return oneLine(notes.length === 0 ? parameter.about : `${parameter.about} (${notes.join('; ')})`)
}

/** Sheets drops line breaks; an end of comment inside a text would end the help. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\*\//g, '* /').trim()
}
