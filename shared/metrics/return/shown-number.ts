import type { Terms } from '../../definitions/term'
import { evaluate, holds } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'

/** Money as a sentence has it, `27,000` or `EUR 27,000`: currency, decimals and halves as the definitions say. */
export function moneyText(money: number, terms: Terms): string {
  const currency = terms['currency.reporting']
  const before = currency === 'workbook' ? '' : `${currency} `
  return before + fixed(money, 1, Number(terms['display.money_decimals']), terms)
}

/** A share as a sentence has it, `57.14 %`: as many decimals as the definitions say, at most. */
export function percentText(share: number, terms: Terms): string {
  const text = fixed(share, 100, Number(terms['display.percent_decimals']), terms)
  return `${text.includes('.') ? text.replace(/\.?0+$/, '') : text} %`
}

function fixed(number: number, times: number, decimals: number, terms: Terms): string {
  const units = String(
    rounded(Math.abs(number), times * 10 ** decimals, terms['display.rounding_mode'] === 'half_even'),
  )
  const digits = units.padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = number < 0 && Number(units) !== 0 ? '-' : ''
  return `${sign}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`
}

/** How many units of 1 / scale, a half rounded up or to the even number. */
function rounded(number: number, scale: number, toEven: boolean): number {
  const inputs = { number, scale }
  const up = Number(evaluate(treeOf('floor(number * scale + 0.5)'), inputs))
  const isHalf = holds(treeOf('floor(number * scale + 0.5) = number * scale + 0.5'), inputs) === true
  return toEven && isHalf && up % 2 === 1 ? up - 1 : up
}
