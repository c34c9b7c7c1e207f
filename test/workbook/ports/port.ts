import type { Host } from '../../../shared/workbook/steps'

/** A workbook in a host, as the contract of all hosts sees it. */
export interface Port {
  /**
   * One more editor of the same workbook; `pause` is awaited at each round trip, where others come in between.
   */
  readonly editor: (pause?: () => Promise<void>) => Host
  /** What somebody types into a cell of the spreadsheet itself: a value as it is, or a formula. */
  readonly type: (address: string, content: string | number | boolean | null | { formula: string }) => void
  readonly guard: (sheet: string) => void
  readonly hide: (sheet: string) => void
  /** Selects as a person does. */
  readonly click: (address: string) => void
}

/** Opens a workbook of these sheets, all empty, written in the locale `en-GB` or `de-DE`. */
export type OpenPort<More = object> = (
  sheets: readonly string[],
  language?: 'en-GB' | 'de-DE',
) => Promise<Port & More>

/** A host that does every step at once, with a pause before each. */
export function paused(host: Host, pause?: () => Promise<void>): Host {
  if (pause === undefined) return host
  const later =
    <Given extends unknown[], Answer>(act: (...given: Given) => Answer) =>
    async (...given: Given): Promise<Awaited<Answer>> => {
      await pause()
      return await act(...given)
    }
  return Object.fromEntries(Object.entries(host).map(([name, act]) => [name, later(act)])) as unknown as Host
}
