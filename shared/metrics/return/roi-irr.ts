import { metric } from '../metric'

export const roiIrr = metric({
  name: 'ROI_IRR',
  title: 'Internal rate of return of dated flows',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'The yearly rate at which money paid and money received, each on its own date, balance: early receipts count more.',
  questions: ['Which investment paid best per year?', 'Does it beat the cost of capital?'],
  parameters: {
    flows: {
      rangeOf: 'money',
      about: 'Money paid, below 0, and money received, above 0',
      blank: 'leaves both out',
    },
    dates: {
      rangeOf: 'date',
      date: true,
      time: true,
      alongside: 'flows',
      about:
        'The date of each flow, in any order; years are counted from the earliest, as days divided by 365',
    },
  },
  formula: 'irr(flows, dates)',
  unit: 'fraction per year',
  errors: [
    {
      when: 'count(flows < 0) = 0',
      error: '#NUM!',
      reason: 'no flow is below 0: write what was paid as a negative number',
    },
    {
      when: 'count(flows > 0) = 0',
      error: '#NUM!',
      reason: 'no flow is above 0: nothing came back, so there is no rate (it is a total loss)',
    },
    {
      when: 'max(dates) - min(dates) < 365',
      error: '#NUM!',
      reason:
        'less than a year lies between the first and the last date, which must not be annualised (GIPS); use ROI for ' +
        'the return as it is',
    },
  ],
  examples: [
    {
      given: {
        flows: [-1000, 2000, 2000, 1000],
        dates: ['2024-01-01', '2024-12-31', '2025-12-31', '2026-07-01 12:00'],
      },
      answer: 1.8941523592320777,
      about: 'After 0, 1, 2 and 2.5 years; 5,000 in one sum at the end would be 90.37 % a year',
    },
    {
      given: { flows: [-1000, 5000], dates: ['2024-01-01', '2026-07-01'] },
      answer: 0.9043259460769256,
      about: 'With one receipt it equals ROI_ANNUALISED_DATES',
    },
    {
      given: { flows: [-1000, 2300, -1320], dates: ['2023-01-01', '2024-01-01', '2024-12-31'] },
      answer: 0.1,
      about: 'Two rates balance, 10 % and 20 %: the one nearer to the annualised ROI is given',
    },
    {
      given: { flows: [-1000, 2200, -1210], dates: ['2023-01-01', '2024-01-01', '2024-12-31'] },
      answer: 0.1,
      about: 'The balance touches 0 at one rate only',
    },
    {
      given: { flows: [1000, -1500, 1000], dates: ['2023-01-01', '2024-01-01', '2024-12-31'] },
      answer: '#NUM!',
      about: 'No rate balances these',
    },
    {
      given: { flows: [-1000, -500], dates: ['2024-01-01', '2025-12-31'] },
      answer: '#NUM!',
      about: 'Only paid',
    },
  ],
  sources: [
    {
      label: 'Microsoft: XIRR function, whose definition this is',
      url: 'https://support.microsoft.com/en-us/office/xirr-function-de1242ec-6477-445b-b11b-a303ad9adc9d',
    },
  ],
  keywords: ['IRR', 'XIRR', 'internal rate of return', 'money-weighted return', 'cash flows', 'dated flows'],
  noTwin:
    'XIRR of the spreadsheets searches from a guess, so that it may give up or find another of several rates',
  noSql: 'a database does not solve equations',
})
