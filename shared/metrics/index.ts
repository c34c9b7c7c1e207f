import { cac } from './cost/cac'
import { cacPaybackMonths } from './cost/cac-payback-months'
import { clvCacRatio } from './cost/clv-cac-ratio'
import { costPerLead } from './cost/cost-per-lead'
import { costPerNetLead } from './cost/cost-per-net-lead'
import { totalCost } from './cost/total-cost'
import { clvSimple } from './customers/clv-simple'
import { salesCycleLength } from './effectiveness/sales-cycle-length'
import { winLossRatio } from './effectiveness/win-loss-ratio'
import { winRate } from './effectiveness/win-rate'
import { netLeadsIssued } from './leads/net-leads-issued'
import type { Metric } from './metric'
import { salesVelocity } from './pipeline/sales-velocity'
import { revenueCostRatio } from './return/revenue-cost-ratio'
import { roi } from './return/roi'
import { roiAnnualised } from './return/roi-annualised'
import { roiAttributable } from './return/roi-attributable'
import { romi } from './return/romi'
import { averageDealSize } from './revenue/average-deal-size'
import { totalRevenue } from './revenue/total-revenue'
import { csat } from './satisfaction/csat'
import { nps } from './satisfaction/nps'

/** Every metric, in the order in which people read the catalogue. */
export const metrics: readonly Metric[] = [
  roi,
  roiAnnualised,
  roiAttributable,
  revenueCostRatio,
  romi,
  totalCost,
  costPerNetLead,
  costPerLead,
  cac,
  cacPaybackMonths,
  clvCacRatio,
  clvSimple,
  netLeadsIssued,
  winRate,
  winLossRatio,
  salesCycleLength,
  totalRevenue,
  averageDealSize,
  salesVelocity,
  nps,
  csat,
]
