/** What to tell the user when Excel does not do what it is asked, by Excel's own error code. */
const sentences: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: 'A cell is being edited. Press Enter or Esc in the sheet, then try again.',
  AccessDenied:
    'Excel does not allow a change here: the workbook may be read-only, protected or shared for viewing.',
  ItemAlreadyExists: 'Something of that name is in the workbook already.',
  ItemNotFound: 'What was asked for is not in the workbook any more.',
  InvalidArgument: 'Excel does not take what was to be written here.',
  InvalidReference: 'The cells that were asked for are not there any more.',
  RequestPayloadSizeLimitExceeded: 'This is more than Excel takes at once.',
  ResponsePayloadSizeLimitExceeded: 'This is more than Excel hands over at once.',
  ApiNotFound: 'This Excel is too old for that: update it, or use Excel on the web.',
  NotImplemented: 'This Excel cannot do that: update it, or use Excel on the web.',
}

/** One sentence for whatever Excel threw. */
export function sentenceOf(error: unknown): string {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown }
  const known = typeof code === 'string' ? sentences[code] : undefined
  if (known !== undefined) return known
  const said = typeof message === 'string' && message !== '' ? message : String(code ?? 'no reason given')
  return `Excel could not do it: ${said.replace(/[.\s]*$/, '.')}`
}
