import type { FunctionHelp, FunctionParameter } from '../help'

/** What Excel is told of one custom function: the `functions.json` of an add-in, and part of its unified manifest. */
export interface ExcelFunction {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly helpUrl: string
  readonly parameters: readonly ExcelParameter[]
  readonly result: { readonly type: 'any'; readonly dimensionality: 'scalar' | 'matrix' }
}

export interface ExcelParameter {
  readonly name: string
  readonly description: string
  readonly type: 'any'
  readonly dimensionality: 'matrix'
  readonly optional?: true
  readonly repeating?: true
}

export interface ExcelMetadata {
  /** Without it Excel answers `#VALUE!` itself when an argument holds an error, and the error's own code is lost. */
  readonly allowErrorForDataTypeAny: true
  readonly functions: readonly ExcelFunction[]
}

/** The longest texts that Excel's metadata schema takes. */
const longestDescription = 1024
const longestParameterDescription = 512

/**
 * The metadata of Excel's custom functions.
 *
 * @param helpUrl where Excel's "Help on this function" leads
 */
export function excelMetadata(
  functions: readonly FunctionHelp[],
  helpUrl: (name: string) => string,
): ExcelMetadata {
  return {
    allowErrorForDataTypeAny: true,
    functions: functions.map(each => excelFunction(each, helpUrl(each.page))),
  }
}

function excelFunction(declared: FunctionHelp, helpUrl: string): ExcelFunction {
  return {
    id: declared.name,
    name: declared.name,
    description: shorten(`${declared.about} Example: =PLUMB.${declared.example}`, longestDescription),
    helpUrl,
    parameters: declared.parameters.map((parameter, index) =>
      excelParameter(parameter, mayLack(declared, index)),
    ),
    result: { type: 'any', dimensionality: maySpill(declared) ? 'matrix' : 'scalar' },
  }
}

/**
 * Every parameter is a matrix of anything, so that Excel hands over a range whole instead of calling the
 * function once a cell, and leaves the judgement on types (and its sentence) to the core.
 */
function excelParameter(parameter: FunctionParameter, optional: boolean): ExcelParameter {
  return {
    name: parameter.name,
    description: shorten(parameterDescription(parameter), longestParameterDescription),
    type: 'any',
    dimensionality: 'matrix',
    ...(optional || parameter.repeating ? { optional: true } : {}),
    ...(parameter.repeating ? { repeating: true } : {}),
  }
}

/**
 * Excel wants everything behind an optional parameter to be optional too: behind a table that may be left out, the
 * core says what is missing.
 */
function mayLack({ parameters }: FunctionHelp, index: number): boolean {
  return parameters.slice(0, index + 1).some(parameter => parameter.optional)
}

function parameterDescription({ about, unit, choices }: FunctionParameter): string {
  const described = unit === '' ? about : `${about} (${unit})`
  return choices === undefined ? described : `${described}. One of: ${choices.join(', ')}`
}

/** A function that takes nothing but whole ranges gives one value; any other may be asked for many at once. */
export function maySpill({ parameters }: FunctionHelp): boolean {
  return parameters.some(parameter => parameter.kind !== 'range')
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`
}
