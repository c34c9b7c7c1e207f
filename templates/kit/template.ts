import type { DefinitionRow } from '../../shared/definitions/row'
import { definitionsSheet } from '../../shared/workbook/definitions/definitions-sheet'
import { type RecordSheet, recordSheet } from '../../shared/workbook/definitions/record-sheet'
import type { Content, Edit, Overview } from '../../shared/workbook/steps'
import type { Template } from '../../shared/workbook/template'
import { checksPage } from './checks'
import { drawPages } from './draw-pages'
import { inOrder } from './in-order'
import type { Page } from './page'
import { beyondName, listDress, type Samples, sampleTable, tableSheet } from './sample'
import { startPage } from './start'

/** A template as it is written down: what is its own; what all have in common is added. */
export interface Plan extends Pick<Template, 'name' | 'title' | 'forWhom' | 'shows'> {
  readonly start: {
    readonly reports: string /** Without one, the day on which it is made. */
    readonly asOf?: number
  }
  readonly pages: readonly PlanPage[]
  /** The sample of each table: files of `templates/sample`. */
  readonly tables: Readonly<Record<string, readonly string[]>>
  /** Whether its tables have headers alone. */
  readonly isEmpty?: true
  /** What the sample's team has approved and locked; by default nothing. */
  readonly records?: (samples: Samples) => Records
}

export interface PlanPage extends Page {
  /** What it shows, as the sheet Start says. */
  readonly shows: string
}

export interface Records {
  readonly definitions: readonly DefinitionRow[]
  readonly locks?: readonly (readonly Content[])[]
  readonly snapshot?: readonly (readonly Content[])[]
}

const titleOf = (table: string): string =>
  `${table.slice(0, 1).toUpperCase()}${table.slice(1).replace(/_/g, ' ')}`

/** The template that a plan makes, its sample read from CSV files. */
export function templateOf(plan: Plan, samples: Samples): Template {
  const { name, title, forWhom, shows, pages } = plan
  return {
    ...{ name, title, forWhom, shows },
    sheets: ['Start', ...pages.map(({ sheet }) => sheet), 'Checks'],
    samples: plan.isEmpty ? [] : Object.keys(plan.tables).map(table => table.toUpperCase()),
    edits: into => editsOf(plan, samples, into),
  }
}

function editsOf(plan: Plan, samples: Samples, into: Overview): readonly Edit[] {
  const brought = Object.entries(plan.tables).filter(([table]) => !into.names[table.toUpperCase()])
  const rows = new Map(
    brought.map(([table, files]) => {
      const sample = sampleTable(samples, files)
      return [table, plan.isEmpty ? sample.slice(0, 1) : sample] as const
    }),
  )
  // What a made-up team approved is nothing that anybody approved of tables which are the workbook's own.
  const isSample = rows.size === Object.keys(plan.tables).length
  const records = (isSample && plan.records?.(samples)) || { definitions: [] }
  const checked = Object.keys(plan.tables).map(table => {
    const own = rows.get(table)
    return { name: table.toUpperCase(), below: own && beyondName(titleOf(table), table.toUpperCase()) }
  })
  const start = {
    ...{ asOf: Math.floor(into.now), ...plan.start },
    ...{ title: plan.title, lead: plan.shows },
    rows: rows.size === 0 ? ('own' as const) : plan.isEmpty ? ('none' as const) : ('sample' as const),
    sheets: [
      ...plan.pages.map(({ sheet, shows }) => [sheet, shows] as const),
      ['Checks', 'Rows of the tables that would make a number wrong'] as const,
    ],
  }
  const unless = (name: string, edits: () => readonly Edit[]) => (into.names[name] ? [] : edits())
  const pages = drawPages([startPage(start, into), ...plan.pages, checksPage(checked)])
  const data = [
    ...[...rows].flatMap(([table, cells]) => tableSheet(titleOf(table), table.toUpperCase(), cells)),
    ...unless('DEFINITIONS', () => asList(definitionsSheet(into, records.definitions))),
    ...unless('LOCKS', () => asList(recordSheet(into, 'LOCKS', records.locks ?? []))),
    ...unless('SNAPSHOT', () => asList(recordSheet(into, 'SNAPSHOT', records.snapshot ?? []))),
  ]
  return inOrder(pages, data)
}

/** A list with its header in sight, on the screen and on paper. */
function asList({ area, edits }: RecordSheet): readonly Edit[] {
  const { sheet } = area
  return edits.some(edit => edit.do === 'add sheet')
    ? [...edits, { do: 'dress', sheet, dress: listDress }]
    : edits
}
