import type { FunctionHelp } from './help'
import { date, definitions, unreadable } from './help-parameters'

const category = 'Definitions and locks'

/** The help of what asks the definitions. */
export const definitionHelps: readonly FunctionHelp[] = [
  {
    name: 'DEFINITION',
    page: 'DEFINITION',
    category,
    about: 'What your team means by a term on a day: which costs count, which leads are net, what a win is.',
    parameters: [
      {
        name: 'term',
        kind: 'text',
        unit: 'name',
        optional: false,
        about: 'Name of a term, such as "win_rate.variant", or a range of names',
      },
      date,
      definitions,
    ],
    example: 'DEFINITION("win_rate.variant")',
    card: {
      title: 'What a term means',
      gives:
        'the value as it is written in the definitions; what nobody has approved is the built-in default',
      errors: [
        unreadable,
        { error: '#VALUE!', reason: 'there is no term of that name: the message gives the nearest' },
        { error: '#N/A', reason: 'the definitions begin later than that day' },
      ],
      examples: [
        { call: 'DEFINITION("win_rate.variant")', answer: 'won_over_decided' },
        { call: 'DEFINITION("sla.response_hours")', answer: '4' },
      ],
      keywords: ['term', 'glossary', 'rule', 'what counts', 'settings'],
    },
  },
  {
    name: 'DEFINITION_VERSION',
    page: 'DEFINITION_VERSION',
    category,
    about: 'Which version of the definitions governs a day, and whether anybody has approved it.',
    parameters: [date, definitions],
    example: 'DEFINITION_VERSION()',
    card: {
      title: 'Version of the definitions',
      gives:
        'a text such as v3; v0 (unratified) are the built-in definitions, (unsealed) is a table without hashes',
      errors: [unreadable, { error: '#N/A', reason: 'the definitions begin later than that day' }],
      examples: [{ call: 'DEFINITION_VERSION()', answer: 'v0 (unratified)' }],
      keywords: ['which definitions', 'audit', 'approved', 'hash'],
    },
  },
  {
    name: 'DEFINITION_DIFF',
    page: 'DEFINITION_DIFF',
    category,
    about: 'What changed between two versions of the definitions, why, and who said so.',
    parameters: [
      { name: 'v1', kind: 'text', unit: 'version', optional: false, about: 'Such as "v1"; "v0" is built in' },
      { name: 'v2', kind: 'text', unit: 'version', optional: false, about: 'Such as "v2"' },
      definitions,
    ],
    example: 'DEFINITION_DIFF("v0", "v0")',
    card: {
      title: 'Changes of the definitions',
      gives:
        'a row {term, before, after, from, kind, reason, changed by} for each change, or the text “no difference”',
      errors: [unreadable, { error: '#N/A', reason: 'there is no such version' }],
      examples: [{ call: 'DEFINITION_DIFF("v0", "v0")', answer: 'no difference' }],
      keywords: ['change log', 'compare', 'history', 'audit', 'restatement'],
    },
  },
]
