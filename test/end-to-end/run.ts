import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { driverOf } from './driver'
import type { By, EndToEndHost } from './host'
import { scenarios } from './scenarios'
import { violationsIn } from './watched'

/** Where pictures of how scenarios end are put, if somebody wants to look at them. */
const pictures = process.env.PLUMBLINE_PICTURES

/** Plays scenarios in a host, each in a workbook of its own, and looks at what is left in the end. */
export function play(
  open: () => Promise<EndToEndHost>,
  plays: Readonly<Record<By, readonly string[]>>,
): void {
  describe.each(['mouse', 'keyboard'] as const)('by %s', by => {
    test.each(plays[by])('a person %s', async name => {
      const host = await open()
      const driver = driverOf(host, by)
      try {
        await scenarios[name]?.(driver)
        expect(await violationsIn(host.sidebar)).toEqual([])
        expect(host.trouble).toEqual([])
        expect(driver.lost).toEqual([])
      } finally {
        if (pictures) await picture(host, `${by} ${name}`)
        await host.close()
      }
    })
  })
}

async function picture({ page, sidebar, prefix }: EndToEndHost, name: string): Promise<void> {
  const host = prefix === '' ? (sidebar === page.mainFrame() ? 'sheets' : 'playground') : 'excel'
  mkdirSync(pictures as string, { recursive: true })
  await page.screenshot({ path: join(pictures as string, `${host} ${name}.png`) })
}

export const allScenarios = Object.keys(scenarios)
