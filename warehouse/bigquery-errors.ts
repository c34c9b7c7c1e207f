/** What went wrong in BigQuery, and what to do about it. https://cloud.google.com/bigquery/docs/error-messages */
const remedies: Readonly<Record<string, string>> = {
  accessDenied:
    'permission was denied. Ask for the roles BigQuery Data Viewer on the tables and BigQuery Job User on the project',
  quotaExceeded: 'a quota of the project is used up. Try again later, or ask its owner to raise it',
  rateLimitExceeded: 'too much was asked at once. Try again in a minute',
  bytesBilledLimitExceeded: 'it would read more than --max-bytes-billed allows, so nothing was billed',
  notFound: 'there is no such table, dataset or project there. Mind --location, too',
  invalidQuery: 'it does not understand the statement, so nothing was billed',
  timeout: 'it took too long and was stopped. Ask for fewer periods or metrics at once',
  billingNotEnabled: 'the project has no billing account',
  backendError: 'it failed on its own side. Try again',
}

const reasonOfCode: Readonly<Record<number, string>> = {
  401: 'accessDenied',
  403: 'accessDenied',
  404: 'notFound',
}

interface ApiError {
  readonly code?: number | string
  readonly message?: string
  readonly errors?: readonly { readonly reason?: string; readonly message?: string }[]
}

/** An error of the client as a sentence that a person can act on. */
export function sentenceOf(error: unknown, what: string): string {
  const { code, message = String(error), errors } = error as ApiError
  const reason = reasonOf(errors?.[0]?.reason, code, message)
  const own = (errors?.[0]?.message ?? message).replace(/\s+/g, ' ').trim().slice(0, 300)
  const remedy = reason === undefined ? undefined : remedies[reason]
  if (remedy !== undefined) return `BigQuery did not answer ${what}: ${remedy}. (${own})`
  if (/credential|authenticat/i.test(message))
    return 'Nobody is signed in to Google Cloud here: run “gcloud auth application-default login”.'
  return `BigQuery did not answer ${what}: ${own}`
}

function reasonOf(
  reason: string | undefined,
  code: number | string | undefined,
  message: string,
): string | undefined {
  if (reason !== undefined && reason in remedies) return reason
  if (/did not complete|timed out|timeout/i.test(message) || reason === 'stopped') return 'timeout'
  return typeof code === 'number' ? reasonOfCode[code] : undefined
}
