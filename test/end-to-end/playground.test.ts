import { openPlayground, type Playground } from '../playground/playground-page'
import { browserPath } from '../support/browser'
import { openPlaygroundHost } from './playground'
import { allScenarios, play } from './run'

const withBrowser = browserPath === '' ? describe.skip : describe

withBrowser('in the playground (needs a browser)', () => {
  let playground: Playground
  beforeAll(async () => {
    playground = await openPlayground()
  })
  afterAll(() => playground?.close())

  play(() => openPlaygroundHost(playground), { mouse: allScenarios, keyboard: allScenarios })
})
