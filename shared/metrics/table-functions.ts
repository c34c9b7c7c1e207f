import { mrrMovements } from './customers/mrr-movements'
import { bottleneck } from './effectiveness/bottleneck'
import { conversionByResponse } from './leads/conversion-by-response'
import { leadsBy } from './leads/leads-by'
import { outcomeMix } from './leads/outcome-mix'
import { overdueLeads } from './leads/overdue-leads'
import { responseByRep } from './leads/response-by-rep'
import type { TableFunction } from './on-tables/table-function'
import { territoryPerformance } from './people/territory-performance'
import { pipelineHealth } from './pipeline/pipeline-health'
import { attributedRevenue } from './return/attributed-revenue'
import { contributionIndirect } from './return/contribution-indirect'
import { deferredRoi } from './return/deferred-roi'
import { quarterStory } from './return/quarter-story'
import { roiBy } from './return/roi-by'
import { revenueByStream } from './revenue/revenue-by-stream'

/** The formulas over tables that give a text or rows, in the order of the catalogue. */
export const tableFunctions: readonly TableFunction[] = [
  roiBy,
  deferredRoi,
  contributionIndirect,
  attributedRevenue,
  outcomeMix,
  leadsBy,
  overdueLeads,
  conversionByResponse,
  responseByRep,
  bottleneck,
  revenueByStream,
  pipelineHealth,
  territoryPerformance,
  mrrMovements,
  quarterStory,
]
