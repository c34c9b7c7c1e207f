/**
 * What Plumbline takes for what people wait for, beside what others take for the same work. Medians of several runs;
 * ratios are of one run on one machine.
 */
import { catalogueWeight, coreWeight } from '../build/core-bundle'
import { sidebarWeight } from '../build/sidebar-weight'
import { appsScriptLines } from './apps-script'
import { handoverLines } from './handover'
import { loading } from './loading'
import { printed } from './measure'
import { playgroundLines } from './playground'
import { scalarLines } from './scalar'
import { freshLines, tableLines } from './table-metrics'

const sections = {
  'One call': scalarLines.single,
  'A column of 100,000 rows': scalarLines.column,
  'METRIC over tables': tableLines,
  'METRIC in fresh processes, time of the processor': freshLines,
  'The Google Sheets add-on': appsScriptLines,
  'The core in a fresh context': loading,
  'The playground': playgroundLines,
  'A file of 50,000 leads, on the command line': handoverLines,
}

for (const [title, lines] of Object.entries(sections)) {
  console.log(`\n${title}\n${printed(await lines())}`)
}
console.log(
  `\nThe core weighs ${await coreWeight()} bytes (gzip, decimal.js included), of it the declarations and what computes scalar formulas ${await catalogueWeight()}; the target of these is 60,000.`,
)

const { js = 0, css = 0 } = await sidebarWeight()
console.log(
  `The sidebar weighs ${js + css} bytes (gzip) without the texts of the catalogue; its target is 60,000.`,
)
