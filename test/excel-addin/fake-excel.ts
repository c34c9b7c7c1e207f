/** The active cell and its sheet, as Excel has them. A test says what is special about them. */
export interface FakeCell {
  address: string
  /** Formula or value. */
  formulas: string | number
  numberFormat: string
  locked: boolean
  sheetProtected: boolean
  /** The cell whose formula fills this one. */
  spilledFrom: string | null
  /** What the cell shows, one text a look; the last one stays. */
  shows: string[]
}

export function emptyCell(change: Partial<FakeCell> = {}): FakeCell {
  const nothing = { formulas: '', numberFormat: 'General', locked: true, sheetProtected: false }
  return { address: 'Metrics!B2', ...nothing, spilledFrom: null, shows: ['4'], ...change }
}

/**
 * Installs the few objects of Excel's API that the port uses, with Excel's habit of doing nothing before `sync`:
 * what was not loaded cannot be read. `between` runs after each round trip, where other people's edits fall.
 */
export function installExcel(cell: FakeCell, between: (roundTrip: number) => void = () => {}) {
  const queue: (() => void)[] = []
  let roundTrips = 0

  function clientObject(state: () => Record<string, unknown>, rest: object = {}) {
    const loaded: Record<string, unknown> = {}
    const load = (paths: string | string[]) =>
      queue.push(() => {
        for (const [name] of [paths].flat().map(path => path.split('/')))
          loaded[name as string] = state()[name as string]
      })
    const names = Object.keys(state())
    const properties = names.map(name => [
      name,
      { get: () => read(name), set: (v: unknown) => write(name, v) },
    ])
    const read = (name: string) => {
      if (!(name in loaded)) throw new Error(`${name} was read before it was loaded`)
      return loaded[name]
    }
    return Object.defineProperties({ load, ...rest }, Object.fromEntries(properties))
  }

  function write(name: string, value: unknown) {
    queue.push(() => Object.assign(cell, { [name]: (value as unknown[][])[0]?.[0] }))
  }

  const worksheet = clientObject(() => ({ name: 'Metrics', protection: { protected: cell.sheetProtected } }))
  const spillParent = clientObject(() => ({ address: cell.spilledFrom }), {
    isNullObject: cell.spilledFrom === null,
  })
  const activeCell = clientObject(
    () => ({
      address: cell.address,
      formulas: [[cell.formulas]],
      numberFormat: [[cell.numberFormat]],
      format: { protection: { locked: cell.locked } },
      text: [[cell.shows.length > 1 ? cell.shows.shift() : cell.shows[0]]],
    }),
    { worksheet, getSpillParentOrNullObject: () => spillParent },
  )
  const context = {
    workbook: { getActiveCell: () => activeCell },
    sync: async () => {
      for (const step of queue.splice(0)) step()
      between(++roundTrips)
    },
  }
  Object.assign(globalThis, { Excel: { run: async (batch: (given: unknown) => unknown) => batch(context) } })
}

/** Excel that answers with one of its own error codes. */
export function installFailingExcel(code: string, message = '') {
  const run = async () => Promise.reject(Object.assign(new Error(message), { code }))
  Object.assign(globalThis, { Excel: { run } })
}
