import type { Browser } from 'playwright-core'
import { builtAppsScript } from '../apps-script/load'
import { browserPath, openBrowser } from '../support/browser'
import { type Built, openGoogleSheets } from './google-sheets'
import { allScenarios, play } from './run'

const withBrowser = browserPath === '' ? describe.skip : describe

withBrowser('in Google Sheets, its server script included (needs a browser)', () => {
  let browser: Browser
  let built: Built
  beforeAll(async () => {
    ;[browser, built] = await Promise.all([openBrowser(), builtAppsScript()])
  })
  afterAll(() => browser?.close())

  play(() => openGoogleSheets(browser, built), { mouse: allScenarios, keyboard: allScenarios })
})
