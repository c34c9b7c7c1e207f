import { civilDate, serialOf } from '../formula/calendar'
import { shown } from '../values'
import type { Fault } from './fault'

const minutesADay = 1440

/** A time of day as `09:00`, from such a text or from a fraction of a day, as spreadsheets hold times; up to 24:00. */
export function timeOf(cell: number | string | boolean): string | Fault {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(String(cell)) ?? []
  const total = typeof cell === 'number' ? cell * minutesADay : Number(hours) * 60 + Number(minutes)
  const whole = Math.round(total)
  // A fraction of a day holds no minute exactly; a second would show.
  if (Math.abs(total - whole) < 0.001 && whole >= 0 && whole <= minutesADay) {
    return `${twoDigits(Math.floor(whole / 60))}:${twoDigits(whole % 60)}`
  }
  return { fault: `${shown(cell)} is no time of day: write one such as 09:30` }
}

/** Dates as texts, from such texts joined by commas or from one date that was typed as a date. */
export function datesOf(cell: number | string | boolean): readonly string[] | Fault {
  if (typeof cell === 'number') return isDay(cell) ? [dayText(cell)] : noDate(cell)
  const dates: string[] = []
  for (const part of String(cell).split(',')) {
    const date = part.trim()
    const day = dayOfText(date)
    if (day === undefined) return noDate(date)
    if (dates.includes(date)) return { fault: `${date} is there twice: write it once` }
    dates.push(date)
  }
  return dates
}

function noDate(cell: number | string): Fault {
  return { fault: `${shown(cell)} is no date: write dates as 2026-04-03, 2026-04-06` }
}

/** The serial of a day written `2026-04-03`; undefined for anything else, 30 February included. */
export function dayOfText(text: string): number | undefined {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  const serial = serialOf(year, month, day)
  return isDay(serial) && dayText(serial) === text ? serial : undefined
}

/** Of the years 1901 to 9998, in which all spreadsheets agree. */
export function isDay(serial: number): boolean {
  return Number.isInteger(serial) && serial >= 367 && serial < 2_958_101
}

export function dayText(serial: number): string {
  const { year, month, day } = civilDate(serial)
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
