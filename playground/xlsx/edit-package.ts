import type JSZip from 'jszip'
import { type Area, columnLetters, sheetText } from '../../shared/workbook/area'
import { Refused } from '../../shared/workbook/steps'
import { attribute } from './attribute'
import { escapeXml } from './xml'

const workbookPath = 'xl/workbook.xml'
const relationsPath = 'xl/_rels/workbook.xml.rels'
const typesPath = '[Content_Types].xml'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook that name its sheets; `save` puts them back into the zip. */
export interface Package {
  workbook: string
  relations: string
  types: string
  readonly zip: JSZip
}

export async function openPackage(zip: JSZip): Promise<Package> {
  const text = async (path: string): Promise<string> => {
    const found = await zip.file(path)?.async('string')
    if (found === undefined) throw new Refused(`The file has no ${path}: it cannot be changed.`)
    return found
  }
  return {
    zip,
    workbook: await text(workbookPath),
    relations: await text(relationsPath),
    types: await text(typesPath),
  }
}

export function savePackage({ zip, workbook, relations, types }: Package): void {
  zip.file(workbookPath, workbook)
  zip.file(relationsPath, relations)
  zip.file(typesPath, types)
}

const sheetTags = ({ workbook }: Package) =>
  [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => tag)
const relationTags = ({ relations }: Package) =>
  [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => tag)

function tagOf(file: Package, sheet: string): string {
  const found = sheetTags(file).find(tag => attribute(tag, 'name') === sheet)
  if (found === undefined) throw new Refused(`There is no sheet ${sheet} in the file.`)
  return found
}

function relationOf(file: Package, sheet: string): string {
  const id = attribute(tagOf(file, sheet), '(?:\\w+:)?id')
  return relationTags(file).find(tag => attribute(tag, 'Id') === id) ?? ''
}

/** Where a sheet's XML lies in the zip. */
export function pathOfSheet(file: Package, sheet: string): string {
  const target = attribute(relationOf(file, sheet), 'Target') ?? ''
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Adds an empty sheet behind the others. */
export function addSheet(file: Package, sheet: string, widths: readonly number[] = []): void {
  const ids = sheetTags(file).map(tag => Number(attribute(tag, 'sheetId')))
  const free = (used: (name: string) => boolean, name: (number: number) => string): string => {
    let number = 1
    while (used(name(number))) number++
    return name(number)
  }
  const id = free(
    name => file.relations.includes(`"${name}"`),
    number => `rIdPlumbline${number}`,
  )
  const target = free(
    name => file.zip.file(`xl/${name}`) !== null,
    number => `worksheets/provenance${number}.xml`,
  )
  const [, mark = ''] = /<(\w+:)?sheets>/.exec(file.workbook) ?? []
  const tag = `<${mark}sheet name="${escapeXml(sheet)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${id}" xmlns:r="${relations}"/>`
  file.workbook = file.workbook.replace(`</${mark}sheets>`, () => `${tag}</${mark}sheets>`)
  const [, own = ''] = /<(\w+:)?Relationships\b/.exec(file.relations) ?? []
  const relation = `<${own}Relationship Id="${id}" Type="${relations}/worksheet" Target="${target}"/>`
  file.relations = file.relations.replace(`</${own}Relationships>`, () => `${relation}</${own}Relationships>`)
  const [, types = ''] = /<(\w+:)?Types\b/.exec(file.types) ?? []
  const override = `<${types}Override PartName="/xl/${target}" ContentType="${sheetType}"/>`
  file.types = file.types.replace(`</${types}Types>`, () => `${override}</${types}Types>`)
  const columns = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  )
  const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  file.zip.file(
    `xl/${target}`,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">${cols}<sheetData></sheetData></worksheet>`,
  )
}

/** Takes a sheet out, with its own names; names of the sheets behind it are theirs by number, which is one less now. */
export function removeSheet(file: Package, sheet: string): void {
  const place = sheetTags(file).indexOf(tagOf(file, sheet))
  const [tag, relation, path] = [tagOf(file, sheet), relationOf(file, sheet), pathOfSheet(file, sheet)]
  removePart(file, path, relation)
  file.zip.remove(path.replace(/([^/]+)$/, '_rels/$1.rels'))
  file.workbook = file.workbook
    .replace(tag, '')
    .replace(/<(?:\w+:)?definedName\s[^>]*>[^<]*<\/(?:\w+:)?definedName>/g, name => {
      const local = attribute(name, 'localSheetId')
      if (local === undefined || Number(local) < place) return name
      return Number(local) === place
        ? ''
        : name.replace(/localSheetId="\d+"/, `localSheetId="${Number(local) - 1}"`)
    })
    .replace(/(\s(?:activeTab|firstSheet)=")(\d+)"/g, (_, before: string, tab: string) => {
      return `${before}${Math.max(0, Number(tab) - (Number(tab) >= place ? 1 : 0))}"`
    })
}

function removePart(file: Package, path: string, relation: string): void {
  file.zip.remove(path)
  file.relations = file.relations.replace(relation, '')
  const override = [...file.types.matchAll(/<(?:\w+:)?Override\s[^>]*>/g)].find(
    ([tag]) => attribute(tag, 'PartName') === `/${path}`,
  )
  if (override) file.types = file.types.replace(override[0], '')
}

/** The order of computation, which names cells that hold no formula any more: programs make it anew. */
export function removeCalculationChain(file: Package): void {
  const relation = relationTags(file).find(tag => attribute(tag, 'Type')?.endsWith('/calcChain'))
  if (relation === undefined) return
  const target = attribute(relation, 'Target') ?? ''
  removePart(file, target.startsWith('/') ? target.slice(1) : `xl/${target}`, relation)
}

/** Points a name of the workbook at an area, or removes it. */
export function pointName(file: Package, name: string, area: Area | undefined): void {
  const known = /<(?:\w+:)?definedName\s[^>]*>[^<]*<\/(?:\w+:)?definedName>/g
  file.workbook = file.workbook
    .replace(known, tag => {
      const isOurs =
        attribute(tag, 'name')?.toUpperCase() === name.toUpperCase() &&
        attribute(tag, 'localSheetId') === undefined
      return isOurs ? '' : tag
    })
    .replace(/<(\w+:)?definedNames>\s*<\/(\w+:)?definedNames>/, '')
  if (!area) return
  const [, mark = ''] = /<(\w+:)?sheets>/.exec(file.workbook) ?? []
  const tag = `<${mark}definedName name="${escapeXml(name)}">${escapeXml(absolute(area))}</${mark}definedName>`
  const end = `</${mark}definedNames>`
  if (file.workbook.includes(end)) file.workbook = file.workbook.replace(end, () => `${tag}${end}`)
  else
    file.workbook = file.workbook.replace(
      beforeNames(file.workbook, mark),
      found => `${found}<${mark}definedNames>${tag}${end}`,
    )
}

/** Names stand behind the sheets and what may follow them. (ECMA-376, 18.2.27.) */
function beforeNames(workbook: string, mark: string): string {
  const ends = [`</${mark}externalReferences>`, `</${mark}functionGroups>`, `</${mark}sheets>`]
  return ends.find(end => workbook.includes(end)) ?? ''
}

function absolute({ sheet, top, left, bottom, right }: Area): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`
  return `${sheetText(sheet)}!${corner(top, left)}:${corner(bottom, right)}`
}
