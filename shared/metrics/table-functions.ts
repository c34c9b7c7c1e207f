import { mrrMovements } from './customers/mrr-movements'
import type { TableFunction } from './on-tables/table-function'
import { territoryPerformance } from './people/territory-performance'
import { deferredRoi } from './return/deferred-roi'

/** The formulas over tables that give a text or rows, in the order of the catalogue. */
export const tableFunctions: readonly TableFunction[] = [deferredRoi, territoryPerformance, mrrMovements]
