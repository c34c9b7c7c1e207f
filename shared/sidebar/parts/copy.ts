/**
 * Copies a text that `element` shows. Panes of spreadsheets often deny the clipboard to the page, so the older
 * way is tried too; when both fail, the text is left selected for the user's own keys.
 */
export async function copyText(text: string, element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    getSelection()?.selectAllChildren(element)
    return document.execCommand('copy')
  }
}
