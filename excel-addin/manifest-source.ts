import { version } from '../package.json'

/** All that both manifests say: what differs between them is only how they say it. */
export interface AddIn {
  /** Never change it: Excel knows an installed add-in by it. */
  readonly id: string
  readonly version: string
  readonly name: string
  readonly fullName: string
  readonly provider: string
  readonly summary: string
  readonly description: string
  /** What stands before the functions' names in a cell. Never change it: workbooks contain it. */
  readonly namespace: string
  readonly accentColour: string
  readonly button: { readonly label: string; readonly title: string; readonly tip: string }
  readonly started: { readonly title: string; readonly tip: string }
  /** What Excel must be able to do: all of it is in Excel 2021 and later, on the web and on the Mac. */
  readonly requirements: readonly { readonly name: string; readonly version: string }[]
  readonly pages: Pages
}

/** Where the files of the build are once they are served. */
export interface Pages {
  readonly base: string
  readonly taskPane: string
  readonly functionsScript: string
  readonly functionsMetadata: string
  readonly help: string
  readonly support: string
  readonly privacy: string
  readonly terms: string
  readonly icon: (size: IconSize) => string
}

export const iconSizes = [16, 32, 64, 80, 128, 192] as const
export type IconSize = (typeof iconSizes)[number]

/** The sizes that a ribbon button needs; the others are for lists of add-ins. */
export const ribbonIconSizes = [16, 32, 80] as const

export const developmentUrl = 'https://localhost:3000'

/** @param baseUrl where the build's folder is served, over https */
export function addIn(baseUrl: string): AddIn {
  return {
    id: '5f819255-cdda-437d-9ea6-1e33a8deb39e',
    version,
    name: 'Plumbline',
    fullName: 'Plumbline: sales and marketing metrics',
    provider: 'Plumbline',
    summary: 'Sales and marketing metrics that mean one thing.',
    description:
      'Return on investment, cost per net lead, win rate and other sales and marketing metrics as formulas. ' +
      'Every number can be explained and checked, and nothing leaves your workbook.',
    namespace: 'PLUMB',
    accentColour: '#0B5F73',
    button: {
      label: 'Plumbline',
      title: 'Plumbline',
      tip: 'Find a sales or marketing metric, read what it means and insert it into the active cell.',
    },
    started: {
      title: 'Plumbline is ready',
      tip: 'Type =PLUMB. in a cell to see all formulas, or open the Plumbline pane on the Home tab.',
    },
    requirements: [
      { name: 'SharedRuntime', version: '1.1' },
      { name: 'CustomFunctionsRuntime', version: '1.3' },
      { name: 'ExcelApi', version: '1.12' },
    ],
    pages: pages(baseUrl),
  }
}

function pages(baseUrl: string): Pages {
  const base = checkedUrl(baseUrl)
  return {
    base,
    taskPane: `${base}/taskpane.html`,
    functionsScript: `${base}/functions.js`,
    functionsMetadata: `${base}/functions.json`,
    help: `${base}/help.html`,
    support: `${base}/help.html#support`,
    privacy: `${base}/help.html#privacy`,
    terms: `${base}/help.html#terms`,
    icon: size => `${base}/icons/plumbline-${size}.png`,
  }
}

function checkedUrl(baseUrl: string): string {
  const { protocol, search, hash } = new URL(baseUrl)
  if (protocol !== 'https:') throw new Error(`Excel loads add-ins over https only: ${baseUrl}`)
  if (search !== '' || hash !== '') throw new Error(`The add-in's address takes no ? or # part: ${baseUrl}`)
  return baseUrl.replace(/\/+$/, '')
}
