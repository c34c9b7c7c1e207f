/** What to tell the user when Excel does not let a formula be written, by Excel's own error code. */
const sentences: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    'A cell is being edited. Press Enter or Esc in the sheet, then insert the formula again.',
  AccessDenied:
    'Excel does not allow a change here: the workbook may be read-only, protected or shared for viewing.',
  InvalidSelection: 'No cell is selected. Click a cell in the sheet, then insert the formula again.',
  ItemNotFound: 'No cell is selected. Click a cell in the sheet, then insert the formula again.',
  InvalidArgument:
    'Excel did not take the formula. Look at its arguments, or copy it and paste it into the cell.',
  NonBlankCellOffSheet: 'There is no room for the formula here. Choose another cell.',
}

/** One sentence for whatever Excel threw. */
export function refusal(error: unknown): string {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown }
  const known = typeof code === 'string' ? sentences[code] : undefined
  return known ?? `Excel did not write the formula${typeof message === 'string' ? `: ${message}` : '.'}`
}
