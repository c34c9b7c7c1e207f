import { benchmarkGap } from './benchmarks/benchmark-gap'
import { compoundRates } from './benchmarks/compound-rates'
import { compoundUplift } from './benchmarks/compound-uplift'
import { metricChange } from './benchmarks/metric-change'
import { rolling } from './benchmarks/rolling'
import { targetAttainment } from './benchmarks/target-attainment'
import { targetPace } from './benchmarks/target-pace'
import { businessHoursBetween } from './calendar/business-hours-between'
import { fiscalPeriod } from './calendar/fiscal-period'
import { periodEnd } from './calendar/period-end'
import { periodStart } from './calendar/period-start'
import { weekStart } from './calendar/week-start'
import { cac } from './cost/cac'
import { cacPaybackMonths } from './cost/cac-payback-months'
import { clvCacRatio } from './cost/clv-cac-ratio'
import { costPerLead } from './cost/cost-per-lead'
import { costPerNetLead } from './cost/cost-per-net-lead'
import { totalCost } from './cost/total-cost'
import { arpa } from './customers/arpa'
import { churnAnnualise } from './customers/churn-annualise'
import { clv } from './customers/clv'
import { clvCohort } from './customers/clv-cohort'
import { clvDiscounted } from './customers/clv-discounted'
import { clvHistoric } from './customers/clv-historic'
import { clvSimple } from './customers/clv-simple'
import { customerChurnRate } from './customers/customer-churn-rate'
import { customerLifetime } from './customers/customer-lifetime'
import { grr } from './customers/grr'
import { nrr } from './customers/nrr'
import { quickRatio } from './customers/quick-ratio'
import { retentionRate } from './customers/retention-rate'
import { revenueChurnRate } from './customers/revenue-churn-rate'
import { salesCycleLength } from './effectiveness/sales-cycle-length'
import { winLossRatio } from './effectiveness/win-loss-ratio'
import { winRate } from './effectiveness/win-rate'
import { netLeadsIssued } from './leads/net-leads-issued'
import type { Metric } from './metric'
import { activityAttainment } from './people/activity-attainment'
import { behaviourRate } from './people/behaviour-rate'
import { compensationCostRatio } from './people/compensation-cost-ratio'
import { dealsNeeded } from './people/deals-needed'
import { leadsNeeded } from './people/leads-needed'
import { quotaAttainment } from './people/quota-attainment'
import { quotaAttainmentTeam } from './people/quota-attainment-team'
import { repConcentration } from './people/rep-concentration'
import { repDisparity } from './people/rep-disparity'
import { repsAtQuota } from './people/reps-at-quota'
import { revenuePerActivity } from './people/revenue-per-activity'
import { revenuePerRep } from './people/revenue-per-rep'
import { salesTurnoverRate } from './people/sales-turnover-rate'
import { sellingTimeShare } from './people/selling-time-share'
import { territoryCoverage } from './people/territory-coverage'
import { trustSignalFrequency } from './people/trust-signal-frequency'
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
import { surveyResponseRate } from './satisfaction/survey-response-rate'

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
  netLeadsIssued,
  winRate,
  winLossRatio,
  salesCycleLength,
  totalRevenue,
  averageDealSize,
  salesVelocity,
  quotaAttainment,
  quotaAttainmentTeam,
  repsAtQuota,
  repConcentration,
  revenuePerRep,
  repDisparity,
  activityAttainment,
  revenuePerActivity,
  salesTurnoverRate,
  behaviourRate,
  trustSignalFrequency,
  territoryCoverage,
  compensationCostRatio,
  sellingTimeShare,
  dealsNeeded,
  leadsNeeded,
  customerChurnRate,
  retentionRate,
  churnAnnualise,
  customerLifetime,
  arpa,
  quickRatio,
  revenueChurnRate,
  nrr,
  grr,
  clv,
  clvHistoric,
  clvSimple,
  clvDiscounted,
  clvCohort,
  csat,
  nps,
  surveyResponseRate,
  benchmarkGap,
  rolling,
  metricChange,
  targetAttainment,
  targetPace,
  compoundUplift,
  compoundRates,
  businessHoursBetween,
  periodStart,
  periodEnd,
  fiscalPeriod,
  weekStart,
]
