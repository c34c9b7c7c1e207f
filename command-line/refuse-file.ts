import { Refused } from '../shared/workbook/steps'

const largestFile = 200 * 1024 * 1024
/** A sheet of Excel's own size, full, is about this. */
const largestContent = 1024 * 1024 * 1024

/** Throws a sentence for what is no plain xlsx workbook, before anything of it is unpacked. */
export function refuseUnlessXlsx(name: string, bytes: Uint8Array): void {
  const refuse = (why: string): never => {
    throw new Refused(`${name} ${why}`)
  }
  if (bytes.length === 0) refuse('is empty: it holds 0 bytes.')
  if (bytes.length >= largestFile)
    refuse(`is larger than ${largestFile / 1024 / 1024} MB. Split it by period.`)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    refuse('is protected by a password, or of the old .xls kind. Save it as plain .xlsx first.')
  }
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) refuse('is no xlsx workbook.')
  const entries = zipEntries(bytes)
  if (entries === undefined)
    refuse('is damaged: it ends before its table of contents. Copy or download it again.')
  const found = entries ?? []
  if (!found.some(entry => entry.name === 'xl/workbook.xml'))
    refuse('is a zip file without an Excel workbook in it.')
  if (found.some(entry => /vbaproject\.bin$/i.test(entry.name))) {
    refuse('carries macros, which Plumbline neither runs nor copies. Save it as .xlsx without them first.')
  }
  const unpacked = found.reduce((sum, { size }) => sum + size, 0)
  if (unpacked > largestContent) {
    refuse(`would unpack to ${Math.round(unpacked / 1024 / 1024)} MB, more than a workbook ever needs.`)
  }
}

interface Entry {
  readonly name: string
  /** Unpacked, in bytes, as the file says itself. */
  readonly size: number
}

/** What the zip's table of contents lists; undefined where there is none. (APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16.) */
function zipEntries(bytes: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfContents(view)
  if (end === undefined) return undefined
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, size: view.getUint32(at + 24, true) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** It stands at the end, before a comment of 65,535 bytes at most. */
function endOfContents(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return undefined
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
