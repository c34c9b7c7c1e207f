import type { Card } from '../shared/renderings/card'
import { markup } from './markup'

/**
 * One page, served beside the add-in: what Excel's "Help on this function" opens (each formula has its anchor),
 * and the support, privacy and terms addresses that Microsoft asks for.
 */
export function helpPage(cards: readonly Card[]): string {
  const categories = [...new Set(cards.map(card => card.category))]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plumbline for Excel: help</title>
<link rel="icon" href="icons/plumbline.svg" type="image/svg+xml">
<style>${styles}</style>
</head>
<body>
<main>
<h1>Plumbline for Excel</h1>
<p>Type <code>=PLUMB.</code> in a cell to see all formulas, or press <b>Plumbline</b> on the Home tab to search them,
read what they mean and insert them into the active cell.</p>
${categories.map(category => formulas(category, cards)).join('\n')}
${closing}
</main>
</body>
</html>
`
}

function formulas(category: string, cards: readonly Card[]): string {
  const inCategory = cards.filter(card => card.category === category)
  return `<h2>${markup(category)}</h2>\n${inCategory.map(formula).join('\n')}`
}

function formula(card: Card): string {
  return `<section id="${markup(card.name)}">
<h3>${markup(card.title)} <code>${markup(card.name)}</code></h3>
<p>${markup(card.about)}</p>
<p><code>${markup(card.formula)}</code></p>
<dl>${card.parameters.map(parameter).join('')}</dl>
${examples(card)}
${errors(card)}</section>`
}

/** Metrics of tables have no example with an answer: it depends on the table. */
function examples({ examples, insert }: Card): string {
  if (examples.length === 0) return `<p><code>=PLUMB.${markup(insert)}</code></p>`
  return examples
    .map(({ call, answer }) => `<p><code>=PLUMB.${markup(call)}</code> gives ${markup(answer)}</p>`)
    .join('\n')
}

function parameter({ name, about, unit, optional }: Card['parameters'][number]): string {
  const notes = [unit, optional ? 'may be left out' : ''].filter(note => note !== '').join(', ')
  return `<dt><code>${markup(name)}</code></dt><dd>${markup(about)}${notes === '' ? '' : ` (${markup(notes)})`}</dd>`
}

/** Excel shows no reason for `#DIV/0!` and `#NUM!`, so this page and the pane are where they are explained. */
function errors({ errors }: Card): string {
  if (errors.length === 0) return ''
  const listed = errors.map(
    ({ error, reason }) => `<dt><code>${markup(error)}</code></dt><dd>${markup(reason)}</dd>`,
  )
  return `<dl>${listed.join('')}</dl>\n`
}

const closing = `<h2 id="privacy">Privacy</h2>
<p>Plumbline calculates inside Excel on your machine or in your browser. It sends no data, keeps none, sets no
cookies and counts nothing. It reads the cells that a formula names, and writes into a cell only when you press
<b>Insert</b>. The files of the add-in come from the address where it is hosted, and Excel’s own library from
Microsoft; both see that a file was asked for, as any website does, and nothing of your workbook. Microsoft’s library
may report on itself to Microsoft, as Excel does, by your organisation’s privacy settings.</p>
<h2 id="terms">Terms</h2>
<p>Plumbline is free software under the MIT licence, without warranty of any kind.</p>
<h2 id="support">Support</h2>
<p>Ask whoever installed Plumbline for you first: they know the definitions that your team agreed on. If a formula
shows <code>#NAME?</code>, open the Plumbline pane once, then press F2 and Enter in the cell.</p>`

const styles = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h2{margin-top:2.5rem}
h3{margin-bottom:.25rem}
code{font-size:.9em}
section{margin-top:2rem}
section:target{border-left:4px solid #0b5f73;padding-left:1rem}
dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.25rem 1rem}
dd{margin:0}`
