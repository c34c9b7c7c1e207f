import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import type { SpreadsheetFunction } from '../../shared/functions'
import { functions } from '../../shared/functions'
import { excelMetadata } from '../../shared/renderings/excel-functions'

const schema = JSON.parse(
  readFileSync(
    'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    'utf8',
  ),
)
// Microsoft's schema is of draft 4, which Ajv no longer checks; what it says of a function is the same in later ones.
const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).addSchema(
  schema,
  'manifest',
)
const isFunction = ajv.getSchema('manifest#/definitions/extensionFunction')

const helpUrl = (name: string) => `https://plumbline.example/help.html#${name}`
const metadata = excelMetadata(functions, helpUrl)

const declared: SpreadsheetFunction = {
  name: 'SAMPLE',
  page: 'SAMPLE',
  category: 'Samples',
  about: 'A sample.',
  parameters: [
    { name: 'scores', about: 'All scores', kind: 'range', unit: '', optional: false },
    {
      name: 'basis',
      about: 'What counts',
      kind: 'choice',
      unit: '',
      optional: true,
      choices: ['gross', 'net'],
    },
    { name: 'table', about: 'A table', kind: 'table', unit: '', optional: true, repeating: true },
  ],
  example: 'SAMPLE(A1:A9)',
  compute: () => 0,
}

function described(change: Partial<SpreadsheetFunction> = {}) {
  const [only] = excelMetadata([{ ...declared, ...change }], helpUrl).functions
  if (only === undefined) throw new Error('no metadata')
  return only
}

test.each(metadata.functions.map(each => [each.name, each] as const))(
  '%s fits the manifest schema 1.30',
  (_, each) => {
    isFunction?.(each)
    expect(isFunction?.errors).toBeNull()
    expect(each.name).toMatch(/^[A-Z][A-Z0-9_]{2,63}$/)
    const firstOptional = each.parameters.findIndex(parameter => parameter.optional)
    if (firstOptional >= 0)
      expect(each.parameters.slice(firstOptional).every(parameter => parameter.optional)).toBe(true)
    const repeating = each.parameters.findIndex(parameter => parameter.repeating)
    if (repeating >= 0) expect(repeating).toBe(each.parameters.length - 1)
  },
)

test('the schema is really asked: a name of two letters does not fit', () => {
  expect(isFunction?.({ ...described(), name: 'AB' })).toBe(false)
})

test('errors may be passed in, so that they keep their own code', () => {
  expect(metadata.allowErrorForDataTypeAny).toBe(true)
})

test('ranges arrive whole, optional and repeating parameters are marked, choices are named', () => {
  expect(described().parameters).toEqual([
    { name: 'scores', description: 'All scores', type: 'any', dimensionality: 'matrix' },
    {
      name: 'basis',
      description: 'What counts. One of: gross, net',
      type: 'any',
      dimensionality: 'matrix',
      optional: true,
    },
    {
      name: 'table',
      description: 'A table',
      type: 'any',
      dimensionality: 'matrix',
      optional: true,
      repeating: true,
    },
  ])
})

test('only a function of whole ranges gives a single value', () => {
  expect(described().result.dimensionality).toBe('matrix')
  expect(described({ parameters: declared.parameters.slice(0, 1) }).result.dimensionality).toBe('scalar')
})

test('the description ends with an example that can be typed, and long ones are cut at a word', () => {
  expect(described().description).toBe('A sample. Example: =PLUMB.SAMPLE(A1:A9)')
  const long = described({ about: 'word '.repeat(400) }).description
  expect(long.length).toBeLessThanOrEqual(1024)
  expect(long).toMatch(/word…$/)
})
