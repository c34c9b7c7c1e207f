import { unescapeXml } from './xml'

/** What an attribute of a tag says; undefined where it has none of that name. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const text = found?.[1] ?? found?.[2]
  return text === undefined ? undefined : unescapeXml(text)
}
