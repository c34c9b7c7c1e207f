/**
 * Google's `google.script.run`, in the page: calls go to the function `server`, and what Google does not hand over is
 * refused: dates, functions, numbers that are none. What is undefined becomes null.
 */
export function runInPage(): void {
  type Handler = (answer: never) => void
  const { server } = globalThis as unknown as {
    server: (name: string, given: readonly unknown[]) => Promise<unknown>
  }
  const most = 10
  let underWay = 0

  function handedOver(value: unknown): unknown {
    if (value === null || value === undefined) return null
    if (typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (Array.isArray(value)) return value.map(handedOver)
    if (Object.getPrototypeOf(value) === Object.prototype)
      return Object.fromEntries(Object.entries(value as object).map(([key, own]) => [key, handedOver(own)]))
    throw new TypeError(`Failed due to illegal value in property: ${Object.prototype.toString.call(value)}`)
  }

  async function call(name: string, given: readonly unknown[]): Promise<unknown> {
    if (underWay >= most) throw new Error('There are too many scripts running simultaneously.')
    underWay++
    try {
      return handedOver(await server(name, given))
    } finally {
      underWay--
    }
  }

  const runner = (succeed: Handler, fail: Handler): object => {
    const entry =
      (name: string) =>
      (...given: readonly unknown[]): void => {
        call(name, given.map(handedOver)).then(succeed as never, fail as never)
      }
    return {
      withSuccessHandler: (handler: Handler) => runner(handler, fail),
      withFailureHandler: (handler: Handler) => runner(succeed, handler),
      plumblineAsk: entry('plumblineAsk'),
      plumblineInsertFormula: entry('plumblineInsertFormula'),
    }
  }
  const run = runner(
    () => {},
    () => {},
  )
  Object.assign(globalThis, { google: { script: { run } } })
}
