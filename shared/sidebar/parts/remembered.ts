/** Panes of spreadsheets may deny storage; then nothing is remembered, and nothing breaks. */
export function recall(key: string): string {
  try {
    return localStorage.getItem(`plumbline.${key}`) ?? ''
  } catch {
    return ''
  }
}

export function remember(key: string, text: string): void {
  try {
    localStorage.setItem(`plumbline.${key}`, text)
  } catch {
    // It will be asked for again.
  }
}
