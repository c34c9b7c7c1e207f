import { readFile } from 'node:fs/promises'
import { Refused } from '../shared/workbook/steps'
import { type DateOrder, readCsvFile } from './csv-file'
import { together, type WorkbookCells } from './file-host'
import { readXlsxFile } from './xlsx-file'

export function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${error.message}`,
    )
  })
}

/** Reads xlsx and CSV files as one workbook. */
export async function openFiles(paths: readonly string[], order?: DateOrder): Promise<WorkbookCells> {
  const workbooks: WorkbookCells[] = []
  for (const path of paths) {
    const bytes = await bytesOf(path)
    const isCsv = /\.(csv|tsv|txt)$/i.test(path)
    workbooks.push(await (isCsv ? readCsvFile(path, bytes, order) : readXlsxFile(path, bytes)))
  }
  return together(workbooks)
}
