import type { Browser } from 'playwright-core'
import { browserPath, openBrowser } from '../support/browser'
import { type BuiltPane, builtPane, openExcel } from './excel'
import { allScenarios, play } from './run'

const withBrowser = browserPath === '' ? describe.skip : describe

withBrowser('in the task pane of Excel (needs a browser)', () => {
  let browser: Browser
  let built: BuiltPane
  beforeAll(async () => {
    ;[browser, built] = await Promise.all([openBrowser(), builtPane()])
  })
  afterAll(async () => {
    await browser?.close()
    built?.remove()
  })

  play(() => openExcel(browser, built), { mouse: allScenarios, keyboard: allScenarios })
})
