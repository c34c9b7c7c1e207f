/** Which costs count as what. */
export const costRules = {
  marketing_investment:
    'cost_component in cost.marketing_investment and (not present(function) or function = "marketing")',
} as const
