/// <reference types="office-js" />
import { Refused } from '../../shared/workbook/steps'
import type { Run } from './host'

/**
 * Excel has no lock. Whoever saves raises a flag of their own in the workbook's settings and only then looks for others:
 * of two who begin at once, the one that looks later sees the other's flag, so never do both go on.
 */
export interface Claim {
  /** When it was raised or last renewed, in milliseconds. */
  at: number
  hasWritten: boolean
}

const prefix = 'plumbline.saving.'
/** A flag that is older was left behind by a pane that was closed or lost its connection. */
const lifetime = 60_000
const mostTries = 5

/** The name of a pane's own flag: one that it could not take down does not stand in its own way. */
export function newFlag(): string {
  return prefix + Math.random().toString(36).slice(2)
}

/** Undefined where somebody else is saving. */
export async function claim(
  run: Run,
  wait: (milliseconds: number) => Promise<void>,
  flag: string,
): Promise<Claim | undefined> {
  for (let tries = 0; tries < mostTries; tries++) {
    const at = Date.now()
    if (await run(context => raised(context, flag, at))) return { at, hasWritten: false }
    // By chance, so that two who met do not meet again.
    await wait(150 + Math.random() * 450 * (tries + 1))
  }
  return undefined
}

async function raised(context: Excel.RequestContext, flag: string, at: number): Promise<boolean> {
  const { settings } = context.workbook
  settings.add(flag, { at })
  await context.sync()
  settings.load('items/key,items/value')
  await context.sync()
  const others = settings.items.filter(setting => setting.key.startsWith(prefix) && setting.key !== flag)
  const live = others.filter(({ value }) => !(Number(Object(value).at) < Date.now() - lifetime))
  for (const other of others) if (!live.includes(other)) other.delete()
  if (live.length > 0) settings.getItem(flag).delete()
  await context.sync()
  return live.length === 0
}

/** Renews the flag with the batch that writes. Nobody may begin to write under a flag that others take for dead. */
export function stillOurs(context: Excel.RequestContext, held: Claim, flag: string): void {
  const now = Date.now()
  if (!held.hasWritten && now - held.at > lifetime / 2) {
    throw new Refused('Excel took too long to answer, so nothing was written. Try again.')
  }
  held.hasWritten = true
  held.at = now
  context.workbook.settings.add(flag, { at: now })
}

export async function release(context: Excel.RequestContext, flag: string): Promise<void> {
  const ours = context.workbook.settings.getItemOrNullObject(flag)
  ours.load('key')
  await context.sync()
  if (ours.isNullObject) return
  ours.delete()
  await context.sync()
}
