/** How a column writes its numbers, found from the whole column or not at all. */
export interface NumberStyle {
  readonly decimal: '.' | ','
  /** What surrounds every number of the column, as it is written: `$`, `€`, `EUR`, or `%`. */
  readonly sign?: string
  readonly places: number
}

const grouped = {
  '.': /^-?\d{1,3}([, \u00a0\u202f'’])\d{3}(?:\1\d{3})*(?:\.\d+)?$/,
  ',': /^-?\d{1,3}([. \u00a0\u202f'’])\d{3}(?:\1\d{3})*(?:,\d+)?$/,
}
const plain = { '.': /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE]-\d{1,2})?$/, ',': /^-?\d+(?:,\d+)?$/ }
const codes = 'USD|EUR|GBP|CHF|JPY|CNY|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|BRL|MXN|ZAR|SGD|HKD'
const before = String.raw`^(-?)\s?([$€£¥₹₩]|(?:US|A|C|NZ|HK|S)\$|(?:${codes})(?=[\s\d-]))\s?(-?[\d.].*)$`
const after = String.raw`^(-?[\d.].*?)\s?([$€£¥₹₩%]|${codes})$`
const signed = new RegExp(`${before}|${after}`)

/** A sequence of three digits after one comma or dot: 1,234 is a thousand to some and little over one to others. */
const eitherWay = /^-?\d{1,3}[.,]\d{3}$/

/** A digit string that arithmetic would damage: 00123 and 12345678901234567890 name something. */
export function namesSomething(text: string): 'leading zeros' | 'more than 15 digits' | undefined {
  if (/^[+-]?0\d+$/.test(text)) return 'leading zeros'
  if (/^[+-]?\d{16,}$/.test(text)) return 'more than 15 digits'
  return undefined
}

/** Whether a value could be a number in any of the styles: those that could not are plain text in a column. */
export function looksNumeric(text: string): boolean {
  const { digits } = withoutSign(text)
  return fits('.', digits) || fits(',', digits)
}

/**
 * The one style that every value of the column has, or why there is none.
 * A value such as 1,234 says nothing alone; 1,234.56 or 12,5 beside it decides.
 */
export function numberStyle(values: readonly string[], delimiter: string): NumberStyle | { unsure: string } {
  const stripped = values.map(withoutSign)
  const sign = stripped[0]?.sign
  const other = stripped.find(value => value.sign !== sign)
  if (other) return { unsure: 'some values carry a currency or % sign and others do not, or another one' }
  const digits = stripped.map(value => value.digits)
  const withDot = digits.every(value => fits('.', value))
  const withComma = digits.every(value => fits(',', value))
  const marked = digits.filter(value => /[.,]/.test(value))
  const unsure = marked.length > 0 && marked.every(value => eitherWay.test(value))
  // Where the comma separates the columns, a dot inside a number can only be its decimal point.
  const dotIsPoint = delimiter === ',' && marked.every(value => value.includes('.'))
  if (unsure && withDot && withComma && !dotIsPoint)
    return { unsure: `${marked[0]} could be a whole number of thousands or a number with three decimals` }
  if (!withDot && !withComma) return { unsure: 'decimal points and decimal commas are mixed' }
  const decimal = withDot ? '.' : ','
  const places = Math.max(
    0,
    ...[0].concat(digits.slice(0, 1000).map(value => value.split(decimal)[1]?.length ?? 0)),
  )
  return { decimal, places, ...(sign !== undefined && { sign }) }
}

/** `undefined` where the text is no number of that style. Percentages become fractions, exactly rounded. */
export function readNumber(text: string, style: NumberStyle): number | undefined {
  const { digits, sign } = withoutSign(text)
  if (sign !== style.sign || !fits(style.decimal, digits)) return undefined
  const groups = style.decimal === '.' ? /[, \u00a0\u202f'’]/g : /[. \u00a0\u202f'’]/g
  const canonical = digits.replace(groups, '').replace(',', '.')
  const number = Number(sign === '%' ? `${canonical}e-2` : canonical)
  if (!Number.isFinite(number)) return undefined
  return number === 0 ? 0 : number
}

function fits(decimal: '.' | ',', text: string): boolean {
  return plain[decimal].test(text) || grouped[decimal].test(text)
}

function withoutSign(text: string): { digits: string; sign?: string } {
  const match = signed.exec(text)
  if (!match) return { digits: text }
  const [, minus = '', leading, rest = '', number = '', trailing = ''] = match
  return leading ? { digits: minus + rest, sign: leading } : { digits: number, sign: trailing }
}
