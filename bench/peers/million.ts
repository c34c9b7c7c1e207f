import type { Cell } from '../../shared/values'

/** A deterministic table of leads and one of deals, as a host hands them over: rows of mixed cells, blanks among them. */
export interface Million {
  readonly leads: Cell[][]
  readonly deals: Cell[][]
}

/** 2024-01-01, the first of the 25 months that the deals close in. */
export const firstDay = 45_292
const days = 761

/** The first days of 26 months: the last is where the 25th ends. */
export const months: readonly number[] = Array.from({ length: 26 }, (_, month) => {
  return Date.UTC(2024, month, 1) / 86_400_000 + 25_569
})

/** Leads are counted from here to there, both days counted in. */
export const [from, to] = [firstDay, firstDay + 365]

export const leadHeaders = [
  ...['lead_id', 'created_at', 'issued_at', 'owner', 'qualified', 'outcome_code', 'outcome_at'],
]
export const dealHeaders = ['deal_id', 'created_at', 'closed_at', 'stage', 'amount', 'cogs']

const codes = ['OPPORTUNITY', 'NO_CONTACT', 'NURTURE', 'INVALID', 'DUPLICATE']

export function million(rows: number): Million {
  const random = generator(7)
  const leads = Array.from({ length: rows }, (): Cell[] => {
    const created = firstDay + random() * days
    const isCoded = random() < 0.6
    return handedOver([
      // One lead in fifty is there twice: a re-issue.
      `00Q${String(Math.floor(random() * rows * 25)).padStart(12, '0')}`,
      created,
      random() < 0.85 ? created + random() * 2 : null,
      random() < 0.97 ? `Rep ${Math.floor(random() * 20)}` : null,
      random() < 0.8,
      isCoded ? (codes[Math.floor(random() * codes.length)] as string) : null,
      isCoded ? created + 1 + random() * 20 : null,
    ])
  })
  const deals = Array.from({ length: rows }, (_, index): Cell[] => {
    const created = firstDay + random() * days
    const stage = ['Won', 'Lost', 'Open', 'Won'][Math.floor(random() * 4)] as string
    const amount = Math.floor(random() * 5e6) / 100
    return handedOver([
      `006${String(index).padStart(12, '0')}`,
      created,
      stage === 'Open' ? null : Math.min(created + random() * 90, firstDay + days),
      stage,
      amount,
      Math.floor(amount * 40) / 100,
    ])
  })
  return { leads, deals }
}

/** Cells come to an add-on as text that its engine reads: texts are of one piece each, as those made here are not. */
function handedOver(row: readonly Cell[]): Cell[] {
  return JSON.parse(JSON.stringify(row)) as Cell[]
}

/** mulberry32: the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
