import type { FunctionHelp } from './help'
import { definitions, metric, period, segment, unreadable } from './help-parameters'

const category = 'Definitions and locks'

/** The help of what asks locks and reported values. */
export const lockHelps: readonly FunctionHelp[] = [
  {
    name: 'METRIC_LABEL',
    page: 'METRIC_LABEL',
    category,
    about:
      'The line to put under a number: what it is, on which basis, under which definitions, locked when.',
    parameters: [
      { ...metric, about: 'Name of a metric; a basis may stand behind it, as in "WIN_RATE@restated"' },
      period,
      {
        name: 'basis',
        kind: 'text',
        unit: 'basis',
        optional: true,
        about: '"as_reported", "current", "restated" or a version such as "v3"; left out, as reported',
      },
      definitions,
      {
        name: 'locks',
        kind: 'table',
        unit: 'locks',
        optional: true,
        about: 'LOCKS, for the day on which the period was locked; an open period is then current',
      },
    ],
    example: 'METRIC_LABEL("WIN_RATE", "2026-Q1")',
    card: {
      title: 'Label of a number',
      gives: 'a text with the choices behind the metric, the basis and the version of the definitions',
      errors: [
        unreadable,
        { error: '#N/A', reason: 'there is no such metric or version, or the period is not locked' },
      ],
      examples: [
        {
          call: 'METRIC_LABEL("WIN_RATE", "2026-Q1")',
          answer: 'Win rate (won ÷ decided, count) · as reported, built-in definitions (unratified)',
        },
      ],
      keywords: ['caption', 'footnote', 'as reported', 'restated', 'basis'],
    },
  },
  {
    name: 'IS_LOCKED',
    page: 'IS_LOCKED',
    category,
    about: 'Whether a period is locked, so that its reported numbers and its definitions stay as they are.',
    parameters: [
      { ...period, about: `${period.about}, or a range of such` },
      {
        name: 'locks',
        kind: 'table',
        unit: 'locks',
        optional: true,
        about: 'LOCKS; left out, nothing is locked',
      },
      { ...definitions, about: 'DEFINITIONS, where the fiscal year does not begin in January' },
    ],
    example: 'IS_LOCKED("2026-Q1")',
    card: {
      title: 'Is a period locked?',
      gives: 'TRUE or FALSE; a month of a locked quarter is locked too',
      errors: [{ ...unreadable, reason: `no such period, or ${unreadable.reason}` }],
      examples: [{ call: 'IS_LOCKED("2026-Q1")', answer: 'FALSE' }],
      keywords: ['close', 'closed period', 'freeze', 'quarter end'],
    },
  },
  {
    name: 'AS_REPORTED',
    page: 'AS_REPORTED',
    category,
    about:
      'What a metric was when its period was locked, whatever has changed in the CRM or the definitions since.',
    parameters: [
      metric,
      period,
      segment,
      {
        name: 'snapshot',
        kind: 'table',
        unit: 'snapshot',
        optional: true,
        about: 'SNAPSHOT: the locked values',
      },
    ],
    example: 'AS_REPORTED("WIN_RATE", "2026-Q1", "", SNAPSHOT)',
    card: {
      title: 'The reported value',
      gives: 'the locked number, or the error that stood in its place',
      errors: [
        unreadable,
        { error: '#N/A', reason: 'the metric was not locked for that period and segment' },
      ],
      keywords: ['locked', 'snapshot', 'frozen', 'as reported', 'board deck'],
    },
  },
]
