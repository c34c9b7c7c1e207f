import { Refused } from '../shared/workbook/steps'

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A number of bytes for people: `1.2 GB`. */
export function bytesText(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const count = bytes / 1000 ** step
  return `${step === 0 ? count : Number(count.toPrecision(3))} ${units[step]}`
}

/** Reads `20GB` or a plain number of bytes. */
export function readBytes(option: string, text: string): number {
  const [, count, unit = 'B'] = /^(\d+(?:\.\d+)?)\s*([KMGT]?B)?$/i.exec(text.trim()) ?? []
  if (count === undefined) throw new Refused(`${option} ${text.slice(0, 20)} is no size: write 20GB.`)
  return Math.floor(Number(count) * 1000 ** units.indexOf(unit.toUpperCase() as (typeof units)[number]))
}
