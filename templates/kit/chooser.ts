import { at, type Part } from './page'

/** A cell in which people choose what the page is of; formulas know it by a name. */
export const chooser =
  (title: string, name: string, value: string, from: string): Part =>
  corner => {
    const cell = at(corner, 1, 0)
    return {
      cells: [[title], [value]],
      looks: [
        [at(corner, 0, 0), { weight: 'quiet' }],
        [cell, { weight: 'section' }],
      ],
      inputs: [cell],
      choices: [{ area: cell, from, strict: false }],
      names: { [name]: cell },
    }
  }
