import { builtInTerms } from '../definitions/terms'
import { writeTerm } from '../definitions/write'
import { callText } from '../help'
import { helpOnTables } from '../help-tables'
import { isOnTables, metricsByName } from '../metrics/by-name'
import { metrics } from '../metrics/index'
import { type Category, categories, type Metric } from '../metrics/metric'
import { tablesNeeded, termsRead } from '../metrics/on-tables/dependencies'
import { calculation } from './calculation'
import { answerText, type Card, callPart, cards } from './card'
import { nativeFormula, type References } from './native'
import { rulesBehind } from './rules-behind'
import { sqlExpression } from './sql'

/** `ROI_ANNUALISED` → `roi-annualised.md` */
export function pageName({ name }: { readonly name: string }): string {
  return `${name.toLowerCase().replace(/_/g, '-')}.md`
}

/** All reference pages, by file name. */
export function pages(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage()],
    ...metrics.map(metric => [pageName(metric), pageOf(metric)] as const),
    ...functionCards().map(card => [pageName(card), pageOfFunction(card)] as const),
  ])
}

/** The cards of formulas that are no metrics. */
function functionCards(): readonly Card[] {
  return cards.filter(({ name }) => !metricsByName.has(name))
}

/** The reference page of a formula that is no metric. */
function pageOfFunction(card: Card): string {
  const rows = card.parameters.map(({ name, unit, about, choices }) => {
    const chosen = choices?.map(({ value }) => `\`${value}\``).join(', ')
    return `| \`${name}\` | ${unit} | ${cell(chosen === undefined ? about : `${about}: ${chosen}`)} |`
  })
  const example = card.insert.startsWith('METRIC("TOTAL_REVENUE"') ? [] : [`For example: \`=${card.insert}\``]
  const answers = card.examples.map(({ call, answer }) => `| \`=${call}\` | ${cell(answer)} |`)
  const sections = [
    `# ${card.name}\n\n${[card.title, card.category, ...nature(card)].join(' · ')}`,
    card.about,
    `\`\`\`\n=${card.formula}\n\`\`\`\n\n${table(['Argument', 'Kind', 'Meaning'], rows)}`,
    `It gives ${card.words}.`,
    ...example,
    answers.length === 0 ? '' : `## Examples\n\n${table(['Formula', 'Answer'], answers)}`,
    errorSection(card),
    sourceSection(card),
  ]
  return `${sections.filter(section => section !== '').join('\n\n')}\n`
}

/** The reference page of a metric, in Markdown. */
export function pageOf(metric: Metric): string {
  const card = cards.find(({ name }) => name === metric.name) as Card
  const sections = [
    `# ${metric.name}\n\n${[metric.title, card.category, ...nature(metric)].join(' · ')}`,
    metric.about,
    callSection(metric, card),
    formulaSection(card),
    rulesSection(metric),
    metric.onTablesOnly ? '' : elsewhere(metric),
    errorSection(card),
    exampleSection(metric),
    sourceSection(card),
  ]
  return `${sections.filter(section => section !== '').join('\n\n')}\n`
}

function nature({ indicator, better }: Pick<Metric, 'indicator' | 'better'>): readonly string[] {
  return [
    ...(indicator === 'neither' ? [] : [`${indicator} indicator`]),
    ...(better === 'neither' ? [] : [`${better} is better`]),
  ]
}

function callSection(metric: Metric, card: Card): string {
  const parameters = Object.keys(metric.parameters)
  const call = metric.onTablesOnly
    ? `=${metric.name}(${helpOnTables(metric).parameters.map(callPart).join(', ')})`
    : `=${metric.name}(${parameters.map((name, index) => (card.parameters[index]?.optional ? `[${name}]` : name)).join(', ')})`
  const also = isOnTables(metric)
    ? `\n\nFrom tables: \`=METRIC("${metric.name}", from, to, where, as_of, definitions, ${tablesNeeded(metric).join(', ')})\``
    : ''
  const heading = metric.onTablesOnly ? 'It is measured on' : 'Argument'
  const rows = card.parameters.map(({ name, unit, about, default: usual, choices, measured }) => {
    const chosen = choices?.map(choice => `\`${choice.value}\`: ${choice.about}`).join('; ')
    const meaning = [
      about,
      chosen,
      usual === undefined ? undefined : `Default: ${usual}`,
      measured && `From tables: \`${measured}\``,
    ]
    return `| \`${name}\` | ${unit} | ${cell(meaning.filter(part => part !== undefined).join('. '))} |`
  })
  return `\`\`\`\n${call}\n\`\`\`${also}\n\n${table([heading, 'Unit', 'Meaning'], rows)}\n\nThe result is ${unitText(metric.unit)}.`
}

function unitText(unit: string): string {
  if (unit === 'date' || unit === 'text' || unit === 'number') return `a ${unit}`
  return unit.startsWith('fraction') ? `a ${unit} (0.25 is 25 %)` : `in ${unit}`
}

function formulaSection(card: Card): string {
  const variants = card.variants.map(
    ({ when, formula, about }) => `\n\n${about} (\`${when}\`):\n\n\`\`\`\n${formula}\n\`\`\``,
  )
  return `## Formula\n\n\`\`\`\n${card.formula}\n\`\`\`\n\nIn words: ${card.words}.${variants.join('')}`
}

/** What a metric of tables rests on: the rules that run, and the definitions that they ask. */
function rulesSection(metric: Metric): string {
  if (!isOnTables(metric)) return ''
  const rules = rulesBehind(metric).map(({ name, says }) => `| \`${name}\` | ${cell(says)} |`)
  const terms = termsRead(metric).flatMap(id => {
    const value = builtInTerms[id]
    return value === undefined
      ? []
      : [`| \`${id}\` | ${cell(shortened(String(writeTerm(id, value))) || 'blank')} |`]
  })
  return [
    '## On tables',
    ...(rules.length === 0 ? [] : [table(['Rule or column', 'What it says'], rules)]),
    ...(terms.length === 0
      ? ['No definition changes it.']
      : [`It obeys these definitions:\n\n${table(['Term', 'Built-in'], terms)}`]),
  ].join('\n\n')
}

/** The twins, for a workbook or a database without Plumbline. */
function elsewhere(metric: Metric): string {
  const references = exampleReferences(metric)
  const places = Object.entries(references).map(([name, at]) =>
    typeof at === 'object' ? `${name} in ${at.cell}` : `${name} “${at}”`,
  )
  const results = Object.values(metric.results ?? [metric.formula]).map(formula => ({ ...metric, formula }))
  const formulas = results.map(result => nativeFormula(result, references)).join('\n')
  const native = `As a formula of built-in functions (${places.join(', ')}):\n\n\`\`\`\n${formulas}\n\`\`\``
  return [
    '## Without Plumbline',
    metric.noTwin ? `No formula of built-in functions gives the same: ${metric.noTwin}.` : native,
    metric.noSql
      ? `No SQL over columns gives the same: ${metric.noSql}.`
      : `As SQL, over columns of the same names:\n\n\`\`\`sql\n${results.map(exampleSql).join('\n')}\n\`\`\``,
  ].join('\n\n')
}

/**
 * What the first example gives, in A1, B1, C1 …, a range in A1:A10; its choices as they are, and what it leaves out
 * left at its default.
 */
export function exampleReferences(metric: Metric): References {
  const given = metric.examples[0]?.given ?? {}
  const shown = Object.entries(metric.parameters).filter(([name]) => given[name] !== undefined)
  const columns = shown.filter(([, parameter]) => !('choices' in parameter)).map(([name]) => name)
  return Object.fromEntries(
    shown.map(([name, parameter]) => {
      if ('choices' in parameter) return [name, given[name] as string]
      const column = 'ABCDEFGH'[columns.indexOf(name)] as string
      return [name, { cell: 'rangeOf' in parameter ? `${column}1:${column}10` : `${column}1` }]
    }),
  )
}

/** The SQL of the first example's kind: its choices made, its numbers columns. */
export function exampleSql(metric: Metric): string {
  const references = Object.entries(exampleReferences(metric))
  const choices = references.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const columns = references.filter(([, at]) => typeof at === 'object').map(([name]) => name)
  return sqlExpression(metric, Object.fromEntries(choices), columns)
}

function errorSection(card: Card): string {
  if (card.errors.length === 0) return ''
  const rows = card.errors.map(({ error, reason }) => `| \`${error}\` | ${cell(reason)} |`)
  return `## Errors\n\n${table(['Shows', 'When'], rows)}\n\nText where a number belongs is \`#VALUE!\`; an error in an argument passes through; an empty cell counts as 0 where a number is needed, and as left out where it is optional.`
}

function exampleSection(metric: Metric): string {
  if (metric.examples.length === 0) return ''
  const rows = metric.examples.map(
    ({ given, answer, about }) =>
      `| \`=${callText(metric, given)}\` | ${cell(answerText(answer))} | ${cell(about ?? '')} |`,
  )
  const [first] = metric.examples
  const steps = first
    ? `\n\nThe first, with its numbers put in: \`${calculation(metric, first.given)} = ${[first.answer].flat()[0]}\``
    : ''
  return `## Examples\n\n${table(['Formula', 'Answer', ''], rows)}${steps}`
}

function sourceSection(card: Card): string {
  const lines = card.sources.map(({ label, url }) => (url ? `- [${label}](${url})` : `- ${label}`))
  return lines.length === 0 ? '' : `## Source\n\n${lines.join('\n')}`
}

/** The index: by category, by question, leading and lagging. */
export function indexPage(): string {
  const link = ({ name }: { readonly name: string }): string => `[${name}](${pageName({ name })})`
  const section = (category: string): string => {
    const own = cards.filter(card => card.category === category)
    return `### ${category}\n\n${own.map(card => `- ${link(card)}: ${card.about}`).join('\n')}`
  }
  const others = [...new Set(cards.map(({ category }) => category))].filter(
    category => !Object.values<string>(categories).includes(category),
  )
  const byCategory = (Object.keys(categories) as Category[]).map(category => {
    return section(categories[category])
  })
  const questions = [...new Set(metrics.flatMap(metric => metric.questions))]
  const byQuestion = questions.map(
    question =>
      `- ${question} ${metrics
        .filter(metric => metric.questions.includes(question))
        .map(link)
        .join(', ')}`,
  )
  const byIndicator = (['leading', 'lagging'] as const).map(
    indicator =>
      `- ${indicator}: ${metrics
        .filter(metric => metric.indicator === indicator)
        .map(link)
        .join(', ')}`,
  )
  return [
    '# Formulas',
    'Every page here is generated from the declaration of its metric; `npm run docs` writes them anew.',
    `## By category\n\n${[...byCategory, ...others.map(section)].join('\n\n')}`,
    `## By question\n\n${byQuestion.join('\n')}`,
    `## Leading and lagging\n\n${byIndicator.join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n')
}

function table(headings: readonly string[], rows: readonly string[]): string {
  return [`| ${headings.join(' | ')} |`, `|${headings.map(() => ' --- |').join('')}`, ...rows].join('\n')
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|')
}

/** A long table of the definitions, cut at one of its entries. */
function shortened(text: string): string {
  if (text.length <= longestTerm) return text
  return `${text.slice(0, text.lastIndexOf(';', longestTerm))}; and so on`
}

const longestTerm = 240
