import type { Chart, Condition, Dress } from '../../../shared/workbook/dress'
import { conditionColours } from '../../../shared/workbook/looks'
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
  /** What a sheet is dressed in, read back from the spreadsheet's own objects. */
  readonly dressed: (sheet: string) => Dressed
}

/** What a spreadsheet has no means for is undefined. Addresses are with their sheets. */
export interface Dressed {
  readonly frozen: NonNullable<Dress['frozen']>
  readonly gridlines: boolean
  readonly charts: readonly DressedChart[]
  readonly conditions: readonly (Pick<Condition, 'look'> & { area: string; formula: string })[]
  readonly choices: readonly { area: string; from: readonly string[] | string; strict: boolean }[]
  readonly guarded?: readonly string[] | undefined
  readonly print?: Dress['print'] | undefined
}

export interface DressedChart {
  readonly kind: Chart['kind']
  readonly title: string
  /** Its first cell. */
  readonly at: string
  readonly labels: string
  readonly format?: string | undefined
  readonly secondFormat?: string | undefined
  readonly series: readonly {
    readonly name: string
    readonly values: string
    readonly colour: string
    readonly isLine: boolean
    readonly second: boolean
  }[]
}

/** The look that a condition's colours are those of. */
export function lookOf(fill: string): Condition['look'] {
  const looks = Object.entries(conditionColours) as [Condition['look'], { fill: string }][]
  const found = looks.find(([, colours]) => `#${colours.fill}` === fill)
  if (found === undefined) throw new Error(`${fill} is the colour of no condition`)
  return found[0]
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
