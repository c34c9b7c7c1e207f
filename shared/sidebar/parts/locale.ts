import { useEffect, useState } from 'preact/hooks'
import { isCellError } from '../../values'
import type { Ask } from '../../workbook/questions'
import type { Locale } from '../../workbook/steps'
import { english } from './format'

const known = new WeakMap<Ask, Locale>()

/** The workbook's locale, asked once; until there is an answer, English. */
export function useLocale(ask: Ask): Locale {
  const [locale, setLocale] = useState(known.get(ask) ?? english)
  useEffect(() => {
    if (known.has(ask)) return
    let isShown = true
    Promise.resolve()
      .then(() => ask('sheets', {}))
      .then(answer => {
        if (isCellError(answer)) return
        known.set(ask, answer.locale)
        if (isShown) setLocale(answer.locale)
      })
      .catch(() => {})
    return () => {
      isShown = false
    }
  }, [ask])
  return locale
}
