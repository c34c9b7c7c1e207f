/** Parameters and errors that the help of several formulas shares. */
import type { FunctionParameter } from './help'

export const definitions: FunctionParameter = {
  name: 'definitions',
  kind: 'table',
  unit: 'definitions',
  optional: true,
  about: 'DEFINITIONS; left out, the built-in definitions',
}

export const date: FunctionParameter = {
  name: 'date',
  kind: 'date',
  unit: 'date',
  optional: true,
  about: 'A day of the period; left out, the definitions that were approved last',
}

export const metric: FunctionParameter = {
  name: 'metric',
  kind: 'text',
  unit: 'name',
  optional: false,
  about: 'Name of a metric, such as "WIN_RATE"',
}

export const period: FunctionParameter = {
  name: 'period',
  kind: 'text',
  unit: 'period',
  optional: false,
  about: 'Such as "2026-Q1", "FY2026", "2026-03" or "2026-W05"',
}

export const segment: FunctionParameter = {
  name: 'segment',
  kind: 'text',
  unit: 'segment',
  optional: true,
  about: 'Such as "region=West"; left out, all',
}

export const unreadable = {
  error: '#VALUE!',
  reason: 'a row was put wrong by hand: the message names it and says what to do',
}
