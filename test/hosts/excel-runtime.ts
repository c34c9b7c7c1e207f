import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser'

/** A call as Excel sends it: one value a parameter, the invocation being added by the runtime. */
export interface Invocation {
  readonly name: string
  readonly parameters: readonly unknown[]
}

/** What the runtime sends back to Excel: a value (errors inside an array are objects with a code), or a failure. */
export type Answer = { readonly value: unknown } | { readonly error: string; readonly reason: string }

export interface ExcelRuntime {
  readonly page: Page
  /** Sends all calls in one message, as Excel does on recalculation, and waits for every answer. */
  readonly call: (invocations: readonly Invocation[]) => Promise<readonly Answer[]>
  readonly close: () => Promise<void>
}

/** The runtime looks for its own file name among the page's scripts. */
const runtimeFile = 'custom-functions-runtime.debug.js'

/** The numbers by which the runtime reports a CustomFunctions.Error; any other is a crash (2) or an unknown name (10). */
const thrownCodes: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
}

/**
 * Opens Microsoft's own custom-functions runtime in a browser, with `functionsScript` in it. Excel's part is
 * played by the native bridge that the runtime looks for, which takes and gives JSON messages.
 */
export async function openExcelRuntime(functionsScript: string): Promise<ExcelRuntime> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.route('**/*', route =>
    route.request().url().endsWith(runtimeFile)
      ? route.fulfill({ path: `node_modules/@microsoft/office-js/dist/${runtimeFile}` })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Excel</title>' }),
  )
  // Never asked of the network: every request is answered above.
  await page.goto('https://localhost:3000')
  await page.evaluate(playExcel)
  await page.addScriptTag({ url: `/${runtimeFile}` })
  await page.addScriptTag({ content: functionsScript })
  return { page, call: invocations => call(page, invocations), close: () => browser.close() }
}

interface Bridge {
  sendMessageToHost: (message: string) => void
  onMessageFromHost?: (message: string) => void
}
type ExcelWindow = { _richApiNativeBridge: Bridge; answered: Map<number, unknown[]> }

/** Runs in the page: keeps the results that the runtime reports, and says "done" to every request. */
function playExcel() {
  const excel = window as unknown as ExcelWindow
  excel.answered = new Map()
  excel._richApiNativeBridge = {
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text)
      const actions: { Id: number; Name: string; ArgumentInfo?: { Arguments: unknown[][][] } }[] =
        message.body.Actions
      for (const action of actions)
        if (action.Name === 'SetInvocationArrayResults')
          for (const result of action.ArgumentInfo?.Arguments[0] ?? [])
            excel.answered.set(result[0] as number, result.slice(1))
      const body = JSON.stringify({ Results: actions.map(action => ({ ActionId: action.Id, Value: null })) })
      const reply = { id, type: 2, message: { statusCode: 200, headers: {}, body } }
      setTimeout(() => excel._richApiNativeBridge.onMessageFromHost?.(JSON.stringify(reply)))
    },
  }
}

let lastInvocation = 0

async function call(page: Page, invocations: readonly Invocation[]): Promise<readonly Answer[]> {
  const first = lastInvocation + 1
  lastInvocation += invocations.length
  /** 4: errors may be passed as arguments, as `allowErrorForDataTypeAny` asks. */
  const flags = 4
  const entries = invocations.map(({ name, parameters }, position) => ({
    messageCategory: 1,
    messageType: 1000,
    targetId: '',
    id: '',
    message: JSON.stringify([first + position, name, parameters, 'Sheet1!A1', flags]),
  }))
  await page.evaluate(
    message => {
      const excel = window as unknown as ExcelWindow
      excel._richApiNativeBridge.onMessageFromHost?.(message)
    },
    JSON.stringify({ type: 3, message: { entries } }),
  )
  await page.waitForFunction(
    ([from, count]) => {
      const { answered } = window as unknown as ExcelWindow
      return Array.from({ length: count }).every((_, position) => answered.has(from + position))
    },
    [first, invocations.length] as const,
  )
  // As text: handing over thousands of objects takes the browser's protocol seconds.
  const answers = await page.evaluate(from => {
    const { answered } = window as unknown as ExcelWindow
    return JSON.stringify([...answered].filter(([id]) => id >= from).sort(([one], [other]) => one - other))
  }, first)
  return JSON.parse(answers).map(([, [succeeded, value, code]]: [number, [boolean, unknown, number]]) =>
    succeeded ? { value } : { error: thrownCodes[code] ?? `code ${code}`, reason: String(value) },
  )
}
