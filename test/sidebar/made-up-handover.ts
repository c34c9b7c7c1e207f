import { parseAddress } from '../../shared/workbook/area'
import type { HandOverPlan, NumberVerified } from '../../shared/workbook/questions'
import type { Script } from './sample-ask'

const at = (address: string) =>
  parseAddress(address, 'Metrics') as NonNullable<ReturnType<typeof parseAddress>>

export const madeUpPlan: HandOverPlan = {
  ...{ numbers: 12, native: 9 },
  values: [
    { reason: 'the period spans definitions v1 and v2', count: 2, first: at('B4') },
    { reason: 'METRIC_CLASS gives no single number of a metric here', count: 1, first: at('B9') },
  ],
  kept: [{ cell: at('C4'), reason: 'returns is computed by the spreadsheet: put it into a cell of its own' }],
  differing: { count: 1, first: at('B7') },
}

const changed = (row: number): NumberVerified => ({
  ...{ area: at(`B${row}`), metric: 'COST_PER_NET_LEAD' },
  changes: ['formula typed over', 'definitions changed', 'inputs changed', 'number changed'],
  ...{
    inputs: ['LEADS', "'Costs of the first quarter'!B2"],
    was: { number: 4714.285714285715, unit: 'number' },
  },
  ...{ is: { number: 4500, unit: 'number' }, recomputed: { error: '#DIV/0!', reason: '' } },
})

/** A workbook in which everything happens that handing over, verifying and bringing back can tell of. */
export const handingOver: Script = {
  handOverPlan: () => madeUpPlan,
  handOver: () => ({ outcome: 'done', undo: { expected: [], names: [], edits: [] }, ...madeUpPlan }),
  verify: () => ({
    ...{ sealed: false, made: '2026-07-02 10:00' },
    numbers: [...Array.from({ length: 7 }, (_, row) => changed(row + 1)), { ...changed(9), changes: [] }],
  }),
  bringBack: () => ({
    ...{ outcome: 'done', undo: { expected: [], names: [], edits: [] }, restored: 3, left: [at('B4')] },
  }),
}
