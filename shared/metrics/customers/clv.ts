import { metric } from '../metric'

export const clv = metric({
  name: 'CLV',
  title: 'Customer lifetime value (LTV)',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'What a customer is worth, by the method that you choose; each method needs some of the other arguments.',
  questions: ['What is a customer worth?', 'Is a customer worth what it costs?'],
  parameters: {
    variant: {
      about: 'The method; CLV_COHORT takes observed periods as ranges',
      choices: {
        simple: 'arpa, margin, churn: margin over the expected lifetime',
        revenue: 'arpa, churn: revenue over the expected lifetime; do not set it against CAC',
        discounted: 'arpa, margin, churn, discount: present value, the first margin after a period',
        discounted_initial: 'arpa, margin, churn, discount: likewise, with one margin more at once',
        horizon: 'arpa, margin, churn, discount, horizon: present value of that many periods',
        historic: 'gross_profit, customers: profit to date for each customer',
      },
      default: 'simple',
      term: 'clv.variant',
    },
    arpa: {
      unit: 'money per customer per period',
      about: 'Average revenue per customer in a period, say a month',
      optional: true,
    },
    margin: { unit: 'fraction', about: 'Share of it left after delivery cost', optional: true },
    churn: {
      unit: 'fraction per period',
      about: 'Share of customers lost in the same period',
      optional: true,
    },
    discount: {
      unit: 'fraction per period',
      about: 'Discount rate of a period; a yearly rate of 10 % is 1.1^(1/12) - 1 a month',
      optional: true,
      term: 'clv.discount_rate_annual',
      ofTerm: '(1 + clv.discount_rate_annual) ^ (1 / 12) - 1',
    },
    horizon: {
      unit: 'periods',
      about: 'How many periods ahead to count',
      optional: true,
      term: 'clv.horizon_months',
    },
    gross_profit: { unit: 'money', about: 'Gross profit to date of the customers counted', optional: true },
    customers: { unit: 'customers', about: 'All who ever became one of them', optional: true },
    definitions: {
      definitions: true,
      about:
        'They say what is left out, the periods being months: clv.variant, clv.discount_rate_annual, ' +
        'clv.horizon_months',
    },
  },
  formula: 'arpa * margin / churn',
  unit: 'money per customer',
  variants: [
    {
      when: 'variant = "revenue"',
      formula: 'arpa / churn',
      about: 'With variant “revenue”: as CLV_SIMPLE at margin 1',
    },
    {
      when: 'variant = "discounted"',
      formula: 'arpa * margin * (1 - churn) / (discount + churn)',
      about: 'With variant “discounted”: as CLV_DISCOUNTED, retention being 1 less churn',
      units: { arpa: 'money per customer', churn: 'fraction', discount: 'fraction' },
    },
    {
      when: 'variant = "discounted_initial"',
      formula: 'arpa * margin * (1 + discount) / (discount + churn)',
      about: 'With variant “discounted_initial”: one margin more, which comes at once',
      units: { arpa: 'money per customer', churn: 'fraction', discount: 'fraction' },
    },
    {
      when: 'variant = "horizon" and discount + churn = 0',
      formula: 'arpa * margin * horizon',
      about: 'With variant “horizon”, churn just making up for the discount: as many margins as periods',
    },
    {
      when: 'variant = "horizon"',
      formula:
        'arpa * margin * (1 - churn) / (discount + churn) * (1 - ((1 - churn) / (1 + discount)) ^ horizon)',
      about: 'With variant “horizon”: the margins of that many periods',
      units: { arpa: 'money per customer', churn: 'fraction', discount: 'fraction', horizon: 'number' },
    },
    {
      when: 'variant = "historic"',
      formula: 'gross_profit / customers',
      about: 'With variant “historic”: as CLV_HISTORIC',
    },
  ],
  errors: [
    {
      when: 'variant <> "historic" and not present(arpa)',
      error: '#VALUE!',
      reason: 'arpa is missing: the variant “{variant}” needs the average revenue per customer',
    },
    {
      when: 'variant <> "historic" and variant <> "revenue" and not present(margin)',
      error: '#VALUE!',
      reason: 'margin is missing: the variant “{variant}” needs the share left after delivery cost',
    },
    {
      when: 'variant <> "historic" and not present(churn)',
      error: '#VALUE!',
      reason: 'churn is missing: the variant “{variant}” needs the share of customers lost in a period',
    },
    {
      when: '(variant = "discounted" or variant = "discounted_initial" or variant = "horizon") and not present(discount)',
      error: '#VALUE!',
      reason: 'discount is missing: the variant “{variant}” needs the discount rate of a period',
    },
    {
      when: 'variant = "horizon" and not present(horizon)',
      error: '#VALUE!',
      reason: 'horizon is missing: the variant “horizon” needs the number of periods ahead',
    },
    {
      when: 'variant = "historic" and not present(gross_profit)',
      error: '#VALUE!',
      reason: 'gross_profit is missing: the variant “historic” needs the gross profit to date',
    },
    {
      when: 'variant = "historic" and not present(customers)',
      error: '#VALUE!',
      reason: 'customers is missing: the variant “historic” needs the number of customers',
    },
    {
      when: '(variant = "simple" or variant = "revenue") and churn = 0',
      error: '#DIV/0!',
      reason: 'churn is 0: nobody ever leaves, so the lifetime has no end; use the variant “horizon”',
    },
    {
      when: 'variant <> "historic" and churn < 0',
      error: '#NUM!',
      reason: 'churn is {churn}: with net negative churn 1 / churn means nothing; use the churn of customers',
    },
    {
      when: 'variant <> "historic" and churn > 1',
      error: '#NUM!',
      reason: 'churn is {churn}: write 5 % as 0.05 or 5%',
    },
    {
      when: 'variant <> "historic" and variant <> "revenue" and margin > 1',
      error: '#NUM!',
      reason: 'margin is {margin}: write 80 % as 0.8 or 80%',
    },
    {
      when: '(variant = "discounted" or variant = "discounted_initial" or variant = "horizon") and discount <= -1',
      error: '#NUM!',
      reason: 'discount is {discount}: it must be above -1',
    },
    {
      when: '(variant = "discounted" or variant = "discounted_initial") and discount + churn <= 0',
      error: '#NUM!',
      reason: 'churn is {churn}, discount {discount}: the margins do not die away; use the variant “horizon”',
    },
    {
      when: 'variant = "horizon" and (horizon < 1 or horizon <> floor(horizon))',
      error: '#NUM!',
      reason: 'horizon is {horizon}: a whole number of periods is needed, 1 or more',
    },
    {
      when: 'variant = "historic" and customers = 0',
      error: '#DIV/0!',
      reason: 'customers is 0: there is no customer to share the profit',
    },
    {
      when: 'variant = "historic" and customers < 0',
      error: '#NUM!',
      reason: 'customers is {customers}: a count cannot be below 0',
    },
  ],
  examples: [
    {
      given: { variant: 'simple', arpa: 500, margin: 0.8, churn: 0.05 },
      answer: 8000,
      about: 'Per month: 500 revenue, 80 % margin, 5 % churn',
    },
    {
      given: { variant: 'revenue', arpa: 500, churn: 0.05 },
      answer: 10000,
      about: 'On revenue: it flatters',
    },
    {
      given: { variant: 'discounted', arpa: 500, margin: 0.8, churn: 0.05, discount: 0.01 },
      answer: 6333.333333333333,
      about: 'Later margins are worth less',
    },
    {
      given: { variant: 'discounted_initial', arpa: 500, margin: 0.8, churn: 0.05, discount: 0.01 },
      answer: 6733.333333333333,
      about: 'With a margin at once',
    },
    {
      given: { variant: 'horizon', arpa: 500, margin: 0.8, churn: 0.05, discount: 0.01, horizon: 60 },
      answer: 6172.7256799949155,
      about: 'Within five years',
    },
    {
      given: { variant: 'historic', gross_profit: 27000, customers: 2 },
      answer: 13500,
      about: 'What they have brought so far',
    },
    {
      given: { variant: 'horizon', arpa: 500, margin: 0.8, churn: 0.05, discount: 0.01 },
      answer: '#VALUE!',
      about: 'How far ahead is not said',
    },
  ],
  sources: [
    { label: 'David Skok: what is your LTV?', url: 'http://www.forentrepreneurs.com/ltv/' },
    { label: 'Farris and others: margin × r / (1 + d − r)', url: 'https://globalmesh.link/blog/clv' },
    {
      label: 'MASB: common language in marketing',
      url: 'https://www.brandylane360.com/2021/09/common-language-in-marketing/',
    },
  ],
  keywords: ['LTV', 'CLTV', 'lifetime value'],
})
