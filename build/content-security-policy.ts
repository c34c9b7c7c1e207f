/**
 * What the playground's pages may load and whom they may speak to: nobody but where they came from. That holds even
 * where somebody else's code would, such as o-spreadsheet, which asks a search engine for the icon of every linked site.
 * It also compiles formulas and sets styles on elements, which takes the two `unsafe` entries.
 */
const policy: readonly string[] = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
]

/** In the pages themselves, so that it holds on whatever server they are put. */
export const policyOfPages = policy.join('; ')

/** Only a header may say who may frame the pages. */
export const policyOfServer = [...policy, "frame-ancestors 'self'"].join('; ')
