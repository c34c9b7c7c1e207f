import { functions } from '../../shared/functions'
import { type Argument, type Cell, isCellError, type Result } from '../../shared/values'
import { coreCell, coreMatrix } from '../support/tables'
import { type CaseAnswer, type CaseArgument, type CaseCell, cases } from './cases'

function coreArgument(argument: CaseArgument): Argument {
  if (argument === undefined) return undefined
  return Array.isArray(argument) ? coreMatrix(argument) : coreCell(argument as CaseCell)
}

function expectCell(cell: Cell | undefined, expected: CaseAnswer): void {
  if (typeof expected !== 'object') {
    expect(cell).toBe(expected)
    return
  }
  if (!isCellError(cell)) throw new Error(`expected ${expected.error}, got ${JSON.stringify(cell)}`)
  expect(cell.error).toBe(expected.error)
  expect(cell.reason).toContain(expected.says ?? '')
}

test.each(cases)('$call: $name', ({ call, args, expected }) => {
  const compute = functions.find(({ name }) => name === call)?.compute
  const result: Result | undefined = compute?.(args.map(coreArgument))
  if (!Array.isArray(expected)) {
    expectCell(result as Cell, expected as CaseAnswer)
    return
  }
  const rows = result as readonly (readonly Cell[])[]
  expect(rows.map(row => row.length)).toEqual(expected.map(row => row.length))
  expected.forEach((row: readonly CaseAnswer[], i: number) => {
    row.forEach((answer, j) => {
      expectCell(rows[i]?.[j], answer)
    })
  })
})
