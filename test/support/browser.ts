import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

/** Empty where the machine has no browser: tests that need one then say by name that they were skipped. */
export const browserPath = execFileSync(process.execPath, ['build/browser.mjs'], { encoding: 'utf8' }).trim()

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'].concat(
      '--disable-background-networking',
      '--disable-component-update',
    ),
  })
}
