/** What to do, where what was said does not tell it already: most reasons end with it. */
export function adviceBeyond(said: string, remedy: string | undefined): string {
  const advice = remedy?.trim() ?? ''
  if (advice === '' || plain(said).includes(plain(advice))) return ''
  return advice.slice(0, 1).toUpperCase() + advice.slice(1)
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[.?!]+$/, '')
    .trim()
