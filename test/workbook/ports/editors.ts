import fc from 'fast-check'
import type { Cell } from '../../../shared/values'
import type { Area } from '../../../shared/workbook/area'
import { change } from '../../../shared/workbook/change'
import { answerLater } from '../../../shared/workbook/run'
import { type Block, type Content, type Host, read, type Steps } from '../../../shared/workbook/steps'
import type { OpenPort } from './port'

/** Who saves how many rows. */
const saving = { Ann: 2, Ben: 1 }

const area: Area = { sheet: 'Log', top: 0, left: 0, bottom: 5, right: 2 }

/**
 * Two editors each append rows to a block, as definitions are saved: read it, write the whole block only if it still
 * is what was read, and begin again otherwise. `fc.scheduler` decides who goes on at each round trip.
 */
export async function editorsInTurns(open: OpenPort, numRuns = 1000): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 0, max: 7 }), async (scheduler, failing) => {
      const port = await open(['Log'])
      const fails = { left: failing < 3 ? failing : -1 }
      const saves = Object.entries(saving).map(([name, times]) => {
        const host = port.editor(() => scheduler.schedule(Promise.resolve(), name))
        return saveRows(name === 'Ann' ? breaking(host, fails) : host, name, times)
      })
      const finished = Promise.all(saves)
      await scheduler.waitFor(finished)
      const [block] = await port.editor().read([area])
      expect(rowsOf(block).sort()).toEqual(['Ann 1 |Ann|=1', 'Ann 2 |Ann|=2', 'Ben 1 |Ben|=1'])
    }),
    { numRuns },
  )
}

/** A host that breaks off in the middle of one of its writes. */
function breaking(host: Host, fails: { left: number }): Host {
  return {
    ...host,
    apply: async edits => {
      if (fails.left-- !== 0) return host.apply(edits)
      for (const edit of edits) {
        if (edit.do !== 'write') continue
        const half = { ...edit.area, bottom: Math.floor((edit.area.top + edit.area.bottom) / 2) }
        await host.apply([{ ...edit, area: half, cells: edit.cells.slice(0, half.bottom - half.top + 1) }])
      }
      throw new Error('The connection broke')
    },
  }
}

async function saveRows(host: Host, name: string, times: number): Promise<void> {
  for (let number = 1; number <= times; number++)
    await saved(host, [`${name} ${number} `, name, `=${number}`])
}

async function saved(host: Host, row: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await answerLater(append(row), host)) === 'done') return
  }
  throw new Error(`${row[0]} was never saved`)
}

function* append(row: readonly string[]): Steps<string> {
  const [seen] = yield* read([area])
  const block = { ...(seen as Block), area }
  const rows = (block.values as Cell[][]).map(cells => [...cells] as Content[])
  while (rows.length > 0 && (rows[rows.length - 1] as Content[]).every(cell => cell === null)) rows.pop()
  rows.push([...row])
  while (rows.length < 6) rows.push([null, null, null])
  const { outcome } = yield* change([block], [{ do: 'write', area, cells: rows }])
  return outcome
}

function rowsOf(block: Block | undefined): string[] {
  return (block?.values ?? []).map(row => row.join('|')).filter(row => row.replace(/\|/g, '') !== '')
}
