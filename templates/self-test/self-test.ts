import type { Content } from '../../shared/workbook/steps'
import type { Template } from '../../shared/workbook/template'
import { drawPages } from '../kit/draw-pages'
import { f } from '../kit/formulas'
import { inOrder } from '../kit/in-order'
import type { Page } from '../kit/page'
import { type Samples, sampleTable, tableSheet } from '../kit/sample'
import { table } from '../kit/table'
import { heading, section } from '../kit/text'
import { expectations } from './expectations'
import { arrivals, results } from './probes'

export function selfTest(samples: Samples): Template {
  return {
    name: 'self-test',
    title: 'Self-test',
    forWhom: 'Whoever answers for Plumbline in a company, and its makers',
    shows:
      'Whether every formula gives in this spreadsheet what it gives elsewhere, and how arguments arrive here.',
    sheets: ['Results', 'Arguments'],
    samples: [],
    edits: () => {
      const sheets = ['leads', 'deals', 'costs'].flatMap(name =>
        tableSheet(`Test ${name}`, name.toUpperCase(), sampleTable(samples, [name])).filter(
          ({ do: kind }) => kind !== 'name',
        ),
      )
      return inOrder(drawPages([resultsPage(), argumentsPage]), sheets)
    },
  }
}

function resultsPage(): Page {
  const rows = expectations()
  const place = (column: string) => `{tested.${column}}`
  return {
    sheet: 'Results',
    widths: [2, 24, 70, 24, 26, 10, 70],
    frozen: { rows: 8, columns: 0 },
    print: { landscape: true, headerRows: 8 },
    parts: [
      heading(
        'Self-test',
        'Every worked example of every formula, computed here. To compute all anew: Ctrl + Alt + F9 in Excel; reload in Google Sheets.',
      ),
      table({
        headers: ['Passed', 'First that failed', 'Failed', 'Of'],
        rows: [
          [
            f(`COUNTIF(${place('5')},"PASS")`),
            f(`IF({counted.3.1}=0,"none",INDEX(${place('2')},MATCH("FAIL",${place('5')},0)))`),
            f(`COUNTIF(${place('5')},"FAIL")`),
            f(`ROWS(${place('5')})`),
          ],
        ],
        ...{ formats: ['whole', undefined, 'whole', 'whole'], centred: [0, 2, 3], anchor: 'counted' },
        colours: [
          { column: 2, when: '{cell}=0', look: 'good' },
          { column: 2, when: '{cell}>0', look: 'bad' },
        ],
      }),
      table({
        headers: ['Group', 'Formula', 'Gives', 'Expected', 'Result', 'About'],
        rows: rows.map(({ group, call, answer, about }, index): Content[] => [
          group,
          call,
          f(call),
          isError(answer) ? `error ${answer}` : answer,
          f(verdict(answer, `{tested.3.${index + 1}}`, `{tested.4.${index + 1}}`)),
          about,
        ]),
        ...{ anchor: 'tested', centred: [4], quiet: [5] },
        colours: [
          { column: 4, when: '{cell}="PASS"', look: 'good' },
          { column: 4, when: '{cell}="FAIL"', look: 'bad' },
        ],
      }),
    ],
  }
}

const isError = (answer: number | string): answer is string =>
  typeof answer === 'string' && answer.startsWith('#')

/** Numbers as near as a double tells apart; of an error only that there is one, since hosts show its code differently. */
function verdict(answer: number | string, gives: string, expected: string): string {
  if (isError(answer)) return `IF(ISERROR(${gives}),"PASS","FAIL")`
  const isSame =
    typeof answer === 'number'
      ? `ABS(${gives}-${expected})<=10^-12*ABS(${expected})`
      : /^(TRUE|FALSE)$/.test(answer)
        ? `${gives}=${answer}`
        : `EXACT(${gives}&"",${expected}&"")`
  return `IF(ISERROR(${gives}),"FAIL",IF(${isSame},"PASS","FAIL"))`
}

const argumentsPage: Page = {
  sheet: 'Arguments',
  widths: [2, 34, 18, 64, 74],
  parts: [
    heading(
      'How arguments arrive, and what odd results look like',
      'Only the real spreadsheet can tell. Please send this sheet to the makers: each line settles a point that is open.',
    ),
    section('Cells that are passed'),
    table({
      headers: ['What is passed', 'The cell', 'How it arrives', 'What it settles'],
      rows: arrivals.map(({ passed, cell, argument, settles }, index) => [
        passed,
        cell ?? null,
        f(`PLUMBLINE_ARRIVES(${argument === undefined ? `{arrives.2.${index + 1}}` : argument})`),
        settles,
      ]),
      ...{ wrapped: [2], quiet: [3], anchor: 'arrives' },
      rowFormats: arrivals.map(({ format }) => format),
    }),
    section('Results that are none', 'What the cell shows, and its neighbours where a range is given back.'),
    table({
      headers: ['What is given back', '', 'What the cell shows', 'What it settles'],
      rows: results.map(({ what, settles }) => [what, null, f(`PLUMBLINE_RETURNS("${what}")`), settles]),
      ...{ wrapped: [2], quiet: [3] },
    }),
  ],
}
