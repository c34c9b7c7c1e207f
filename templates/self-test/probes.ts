import type { Content, Look } from '../../shared/workbook/steps'

/** What is handed to a function: a cell beside it, or an argument as it is typed; and what its arrival settles. */
interface Arrival {
  readonly passed: string
  readonly cell?: Content
  readonly format?: Look['format']
  readonly argument?: string
  readonly settles: string
}

export const arrivals: readonly Arrival[] = [
  {
    passed: 'A blank cell',
    settles: 'Whether a blank cell is null, 0 or an empty text: it must count as left out, and never as 0',
  },
  { passed: 'Nothing', argument: '', settles: 'Whether a left-out argument is undefined or null' },
  {
    passed: 'Empty text',
    argument: '""',
    settles: 'Whether "" is the one form of blank that every host passes the same way',
  },
  {
    passed: 'A formula that gives empty text',
    cell: { formula: '=""' },
    settles: 'Whether it differs from a blank cell',
  },
  {
    passed: 'A cell with an error',
    cell: { formula: '=NA()' },
    settles: 'Whether an error arrives with its code, or the host answers in our place',
  },
  {
    passed: 'A division by 0',
    cell: { formula: '=1/0' },
    settles: 'Whether each code can be told from the others',
  },
  { passed: 'TRUE in a cell', cell: true, settles: 'Whether a boolean stays one' },
  { passed: 'TRUE as typed', argument: 'TRUE', settles: 'Whether a typed one arrives as one in a cell does' },
  {
    passed: 'A date',
    format: 'date',
    cell: { formula: '=DATE(2026,1,31)' },
    settles: 'Whether a date is a serial or a moment, and of which time zone',
  },
  {
    passed: 'A date with its time',
    format: 'moment',
    cell: { formula: '=DATE(2026,1,31)+0.5' },
    settles: 'Whether noon stays noon in the spreadsheet’s time zone',
  },
  { passed: 'A number', cell: 0.1, settles: 'Whether it comes with all its digits' },
  { passed: 'A share', format: 'percent', cell: { formula: '=10%' }, settles: 'Whether 10 % arrives as 0.1' },
  { passed: 'Digits as text', cell: '00123', settles: 'Whether text stays text, zeros included' },
  { passed: 'A range of two by two', argument: '{1,2;3,4}', settles: 'Whether rows are rows' },
  {
    passed: 'A range of one cell',
    argument: '{1}',
    settles: 'Whether one cell as a range can be told from a value',
  },
]

export const results: readonly { readonly what: string; readonly settles: string }[] = [
  { what: 'NaN', settles: 'Whether a number that is none shows as an error, as 0 or as nothing' },
  { what: 'null', settles: 'Whether a result of nothing shows as 0' },
  { what: 'undefined', settles: 'Likewise of a function that gives nothing back' },
  { what: 'date', settles: 'Whether a date that is given back shows as a date, a number or a text' },
  { what: 'throw', settles: 'Which code and which words a thrown error shows' },
  { what: 'throw in spill', settles: 'Whether one error in a range leaves the other cells their values' },
]
