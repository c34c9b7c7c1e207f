import { benchmarkGap } from './benchmarks/benchmark-gap'
import { compoundRates } from './benchmarks/compound-rates'
import { compoundUplift } from './benchmarks/compound-uplift'
import { metricChange } from './benchmarks/metric-change'
import { rolling } from './benchmarks/rolling'
import { targetAttainment } from './benchmarks/target-attainment'
import { targetPace } from './benchmarks/target-pace'
import { activityTarget, revenueTarget } from './benchmarks/total-target'
import { businessHoursBetween } from './calendar/business-hours-between'
import { fiscalPeriod } from './calendar/fiscal-period'
import { periodEnd } from './calendar/period-end'
import { periodStart } from './calendar/period-start'
import { weekStart } from './calendar/week-start'
import { acquisitionCost } from './cost/acquisition-cost'
import { cac } from './cost/cac'
import { cacPaybackMonths } from './cost/cac-payback-months'
import { clvCacRatio } from './cost/clv-cac-ratio'
import { clvCacTrend } from './cost/clv-cac-trend'
import { costCoverage } from './cost/cost-coverage'
import { costOfSales } from './cost/cost-of-sales'
import { costPerLead } from './cost/cost-per-lead'
import { costPerNetLead } from './cost/cost-per-net-lead'
import { costPerOpportunity } from './cost/cost-per-opportunity'
import { costPerWin } from './cost/cost-per-win'
import { magicNumber } from './cost/magic-number'
import { totalCost } from './cost/total-cost'
import { arpa } from './customers/arpa'
import { arr } from './customers/arr'
import { churnAnnualise } from './customers/churn-annualise'
import { clv } from './customers/clv'
import { clvCohort } from './customers/clv-cohort'
import { clvDiscounted } from './customers/clv-discounted'
import { clvHistoric } from './customers/clv-historic'
import { clvSimple } from './customers/clv-simple'
import { cohortClv } from './customers/cohort-clv'
import { customerChurnRate } from './customers/customer-churn-rate'
import { customerLifetime } from './customers/customer-lifetime'
import { customerProfit } from './customers/customer-profit'
import { grr } from './customers/grr'
import { mrr } from './customers/mrr'
import { nrr } from './customers/nrr'
import { quickRatio } from './customers/quick-ratio'
import {
  churnedMrr,
  contractionMrr,
  expansionMrr,
  newMrr,
  reactivationMrr,
} from './customers/recurring-movements'
import { retentionRate } from './customers/retention-rate'
import { revenueChurnRate } from './customers/revenue-churn-rate'
import { startingMrr } from './customers/starting-mrr'
import { closeRate } from './effectiveness/close-rate'
import { competitiveLossShare } from './effectiveness/competitive-loss-share'
import { daysInStage } from './effectiveness/days-in-stage'
import { funnelOpportunities } from './effectiveness/funnel-opportunities'
import { funnelWhatIf } from './effectiveness/funnel-what-if'
import { funnelWins } from './effectiveness/funnel-wins'
import { funnelYield } from './effectiveness/funnel-yield'
import { leadToOppRate } from './effectiveness/lead-to-opp-rate'
import { leadsConverted } from './effectiveness/leads-converted'
import { noDecisionRate } from './effectiveness/no-decision-rate'
import { oppToWinRate } from './effectiveness/opp-to-win-rate'
import { oppsCreated } from './effectiveness/opps-created'
import { qualifiedWinRate } from './effectiveness/qualified-win-rate'
import { rateInterval } from './effectiveness/rate-interval'
import { salesCycleLength } from './effectiveness/sales-cycle-length'
import { stageConversion } from './effectiveness/stage-conversion'
import { winLossRatio } from './effectiveness/win-loss-ratio'
import { winRate } from './effectiveness/win-rate'
import { followUpRate } from './leads/follow-up-rate'
import { issueCompleteness } from './leads/issue-completeness'
import { leadAcceptanceRate } from './leads/lead-acceptance-rate'
import { leadQuality } from './leads/lead-quality'
import { leadRejectionRate } from './leads/lead-rejection-rate'
import { leadResponseTime } from './leads/lead-response-time'
import { leadsCreated } from './leads/leads-created'
import { leadsIssued } from './leads/leads-issued'
import { leadsQualified } from './leads/leads-qualified'
import { netLeadYield } from './leads/net-lead-yield'
import { netLeadsIssued } from './leads/net-leads-issued'
import { nextActionRate } from './leads/next-action-rate'
import { nurtureShare } from './leads/nurture-share'
import { outcomeCodingRate } from './leads/outcome-coding-rate'
import { responseSlaRate } from './leads/response-sla-rate'
import type { Metric } from './metric'
import { accountTierShare } from './people/account-tier-share'
import { activityAttainment } from './people/activity-attainment'
import { activityCount } from './people/activity-count'
import { behaviourRate } from './people/behaviour-rate'
import { compensationCostRatio } from './people/compensation-cost-ratio'
import { dealsNeeded } from './people/deals-needed'
import { leadsNeeded } from './people/leads-needed'
import { messagingAdherence } from './people/messaging-adherence'
import { qualificationDiscipline } from './people/qualification-discipline'
import { quotaAttainment } from './people/quota-attainment'
import { quotaAttainmentTeam } from './people/quota-attainment-team'
import { rampTime } from './people/ramp-time'
import { repConcentration } from './people/rep-concentration'
import { repDisparity } from './people/rep-disparity'
import { repsAtQuota } from './people/reps-at-quota'
import { revenuePerActivity } from './people/revenue-per-activity'
import { revenuePerRep } from './people/revenue-per-rep'
import { salesHeadcount } from './people/sales-headcount'
import { salesTurnoverRate } from './people/sales-turnover-rate'
import { sellingTimeShare } from './people/selling-time-share'
import { territoryCoverage } from './people/territory-coverage'
import { totalQuota } from './people/total-quota'
import { trustSignalFrequency } from './people/trust-signal-frequency'
import { forecastAccuracy } from './pipeline/forecast-accuracy'
import { forecastBias } from './pipeline/forecast-bias'
import { pipelineCoverage } from './pipeline/pipeline-coverage'
import { pipelineCreated } from './pipeline/pipeline-created'
import { pipelineValue } from './pipeline/pipeline-value'
import { requiredCoverage } from './pipeline/required-coverage'
import { salesVelocity } from './pipeline/sales-velocity'
import { slippageRate } from './pipeline/slippage-rate'
import { stalePipelineShare } from './pipeline/stale-pipeline-share'
import { weightedPipeline } from './pipeline/weighted-pipeline'
import { cohortMaturity } from './return/cohort-maturity'
import { cohortReturn } from './return/cohort-return'
import { cohortRoi } from './return/cohort-roi'
import { cohortWins } from './return/cohort-wins'
import { contributionDirect } from './return/contribution-direct'
import { organicBaseline } from './return/organic-baseline'
import { revenueCostRatio } from './return/revenue-cost-ratio'
import { roi } from './return/roi'
import { roiAnnualised } from './return/roi-annualised'
import { roiAnnualisedDates } from './return/roi-annualised-dates'
import { roiAttributable } from './return/roi-attributable'
import { roiIrr } from './return/roi-irr'
import { roiSignal } from './return/roi-signal'
import { roiVsHurdle } from './return/roi-vs-hurdle'
import { roiWithIndirect } from './return/roi-with-indirect'
import { romi } from './return/romi'
import { averageDealSize } from './revenue/average-deal-size'
import { avgGrossProfitPerWin } from './revenue/avg-gross-profit-per-win'
import { cagr } from './revenue/cagr'
import { crossSellRate } from './revenue/cross-sell-rate'
import { discountRate } from './revenue/discount-rate'
import { existingRevenueShare } from './revenue/existing-revenue-share'
import { grossProfit } from './revenue/gross-profit'
import { newRevenueShare } from './revenue/new-revenue-share'
import { profitMargin } from './revenue/profit-margin'
import { recurringShare } from './revenue/recurring-share'
import { referralShare } from './revenue/referral-share'
import { salesContribution } from './revenue/sales-contribution'
import { salesGrowth } from './revenue/sales-growth'
import { totalRevenue } from './revenue/total-revenue'
import { upsellRate } from './revenue/upsell-rate'
import { csat } from './satisfaction/csat'
import { nps } from './satisfaction/nps'
import { surveyResponseRate } from './satisfaction/survey-response-rate'

/** Every metric, in the order in which people read the catalogue. */
export const metrics: readonly Metric[] = [
  roi,
  roiAnnualised,
  roiAnnualisedDates,
  roiIrr,
  organicBaseline,
  roiAttributable,
  cohortRoi,
  cohortReturn,
  cohortMaturity,
  cohortWins,
  roiVsHurdle,
  contributionDirect,
  roiWithIndirect,
  roiSignal,
  revenueCostRatio,
  romi,
  totalCost,
  costOfSales,
  costCoverage,
  costPerNetLead,
  costPerLead,
  costPerOpportunity,
  costPerWin,
  acquisitionCost,
  cac,
  cacPaybackMonths,
  clvCacRatio,
  clvCacTrend,
  magicNumber,
  leadsCreated,
  leadsQualified,
  leadsIssued,
  netLeadsIssued,
  netLeadYield,
  leadRejectionRate,
  leadAcceptanceRate,
  leadQuality,
  issueCompleteness,
  nextActionRate,
  outcomeCodingRate,
  nurtureShare,
  leadResponseTime,
  responseSlaRate,
  followUpRate,
  leadToOppRate,
  oppToWinRate,
  leadsConverted,
  funnelOpportunities,
  funnelWins,
  winRate,
  winLossRatio,
  closeRate,
  qualifiedWinRate,
  noDecisionRate,
  competitiveLossShare,
  funnelYield,
  funnelWhatIf,
  salesCycleLength,
  oppsCreated,
  stageConversion,
  daysInStage,
  rateInterval,
  totalRevenue,
  salesGrowth,
  cagr,
  averageDealSize,
  grossProfit,
  profitMargin,
  avgGrossProfitPerWin,
  newRevenueShare,
  existingRevenueShare,
  recurringShare,
  referralShare,
  upsellRate,
  crossSellRate,
  salesContribution,
  discountRate,
  pipelineValue,
  revenueTarget,
  pipelineCoverage,
  requiredCoverage,
  weightedPipeline,
  pipelineCreated,
  stalePipelineShare,
  slippageRate,
  salesVelocity,
  forecastAccuracy,
  forecastBias,
  totalQuota,
  quotaAttainment,
  quotaAttainmentTeam,
  repsAtQuota,
  repConcentration,
  salesHeadcount,
  revenuePerRep,
  repDisparity,
  activityCount,
  activityTarget,
  activityAttainment,
  revenuePerActivity,
  salesTurnoverRate,
  rampTime,
  behaviourRate,
  messagingAdherence,
  trustSignalFrequency,
  qualificationDiscipline,
  territoryCoverage,
  accountTierShare,
  compensationCostRatio,
  sellingTimeShare,
  dealsNeeded,
  leadsNeeded,
  customerChurnRate,
  retentionRate,
  churnAnnualise,
  customerLifetime,
  mrr,
  arr,
  arpa,
  startingMrr,
  newMrr,
  expansionMrr,
  reactivationMrr,
  contractionMrr,
  churnedMrr,
  quickRatio,
  revenueChurnRate,
  nrr,
  grr,
  clv,
  customerProfit,
  clvHistoric,
  clvSimple,
  clvDiscounted,
  clvCohort,
  cohortClv,
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
