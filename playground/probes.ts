import { type AddFunctionDescription, addFunction } from '@odoo/o-spreadsheet'
import { arrival, oddResult, probes, someDay, thrownWords } from '../shared/probes'

type Compute = AddFunctionDescription['compute']

/** The spreadsheet hands over a cell as an object with its value, and a range as columns of them. */
const passedIn = (cell: unknown): unknown => {
  const { value } = Object(cell) as { readonly value?: unknown }
  return Array.isArray(cell) ? transposed(cell.map(column => column.map(passedIn))) : value
}

function transposed(columns: readonly (readonly unknown[])[]): unknown[][] {
  return (columns[0] ?? []).map((_, row) => columns.map(column => column[row]))
}

const computes: Readonly<Record<string, Compute>> = {
  PLUMBLINE_ARRIVES: (...given) => ({ value: arrival(passedIn(given[0])) }),
  PLUMBLINE_RETURNS: what =>
    oddResult<unknown>(String(passedIn(what)), {
      NaN: () => ({ value: Number.NaN }),
      null: () => ({ value: null }),
      undefined: () => undefined,
      date: () => ({ value: new Date(someDay) }),
      throw: () => {
        throw new Error(thrownWords)
      },
      'throw in spill': () => [[{ value: 1 }, { value: '#N/A', message: thrownWords }, { value: 3 }]],
    }) as ReturnType<Compute>,
}

export function registerProbes(): void {
  for (const { name, about, category, parameters } of probes) {
    const args = parameters.map(({ name: parameter, about: description, optional }) => ({
      ...{
        name: parameter,
        description,
        type: ['ANY'] as const,
        acceptMatrix: true,
        acceptErrors: true,
        optional,
      },
    }))
    // Hidden: not among what is offered while a formula is typed.
    const described = { category, description: about, isExported: true, hidden: true, args }
    addFunction(name, { ...described, compute: computes[name] } as unknown as AddFunctionDescription)
  }
}
