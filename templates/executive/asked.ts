import { metric } from '../kit/formulas'

/** A customer's worth by what accounts pay a month, its margin, and how many leave a month. */
export const worth = `CLV_SIMPLE(${metric('ARPA')},${metric('PROFIT_MARGIN')},CHURN_ANNUALISE(${metric('CUSTOMER_CHURN_RATE')},1/3))`
