/** Which costs count as what. A component such as tools is one of marketing or of sales, as the function says. */
export const costRules = {
  for_marketing: 'not present(function) or function = "marketing"',
  for_sales: 'not present(function) or function = "sales"',
  marketing_investment: 'cost_component in cost.marketing_investment and for_marketing',
  /** What is tied to sales is a cost of sales though marketing pays it, unless it is marketing investment already. */
  cost_of_sales:
    'cost_component in cost.cost_of_sales and (for_sales or function = "marketing" and not (cost_component in cost.marketing_investment))',
  cac_cost: 'cost_component in cost.cac_cost and (for_marketing or for_sales)',
  booked: 'days(date, known_until) >= 0',
} as const
