const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text that is safe in HTML and XML, between tags and between double quotes. */
export function markup(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? character)
}
