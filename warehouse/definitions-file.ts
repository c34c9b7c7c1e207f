import { readFile } from 'node:fs/promises'
import { readXlsxFile } from '../command-line/xlsx-file'
import { importDefinitions } from '../shared/definitions/import'
import { type Locks, noLocks } from '../shared/definitions/locks'
import type { Snapshot } from '../shared/definitions/snapshot'
import { builtInDefinitions, type DefinitionSet, readDefinitions } from '../shared/definitions/table'
import { readRecords } from '../shared/metrics/on-tables/records'
import { isCellError, type Matrix } from '../shared/values'
import { Refused } from '../shared/workbook/steps'

/** What a team has agreed on, which periods it has locked, and what it reported of them. */
export interface Agreed {
  /** Of the set, for people; blank for the built-in one. */
  readonly name: string
  readonly definitions: DefinitionSet
  readonly locks: Locks | undefined
  readonly snapshot: Snapshot | undefined
}

/** A set that was exported (JSON), or a workbook with its DEFINITIONS, LOCKS and SNAPSHOT; none is the built-in set. */
export async function readDefinitionsFile(path: string | undefined): Promise<Agreed> {
  if (path === undefined)
    return { name: '', definitions: builtInDefinitions, locks: undefined, snapshot: undefined }
  const bytes = await readFile(path).catch(() => {
    throw new Refused(`There is no file ${path}.`)
  })
  if (/\.xlsx$/i.test(path)) return ofWorkbook(path, bytes)
  const read = importDefinitions(bytes.toString('utf8'), builtInDefinitions, noLocks)
  if (isCellError(read)) throw new Refused(`${path}: ${read.reason}`)
  return { name: read.name, definitions: read.set, locks: undefined, snapshot: undefined }
}

async function ofWorkbook(path: string, bytes: Uint8Array): Promise<Agreed> {
  const { sheets, names } = await readXlsxFile(path, bytes)
  const range = (name: string): Matrix | undefined => {
    const area = names[name]
    return (
      area &&
      sheets
        .get(area.sheet)
        ?.values.slice(area.top, area.bottom + 1)
        .map(row => row.slice(area.left, area.right + 1))
    )
  }
  const definitions = readDefinitions(range('DEFINITIONS'))
  if (isCellError(definitions)) throw new Refused(`${path}: ${definitions.reason}`)
  const records = readRecords([range('LOCKS'), range('SNAPSHOT')], definitions)
  if (isCellError(records)) throw new Refused(`${path}: ${records.reason}`)
  const { locks, snapshot } = records
  return { name: path.replace(/^.*[\\/]/, '').replace(/\.\w+$/, ''), definitions, locks, snapshot }
}
