/** A test as a function, so that it can be run again and again without loading anything anew. */
export interface CollectedTest {
  readonly name: string
  readonly run: () => unknown
}

type Body = (...args: unknown[]) => unknown
type Add = (name: string, body: Body) => void

/** The tests of some files, not run yet; what a group sets up stands before them, and stays. */
export function collectTests(
  files: readonly string[],
  load: (file: string) => unknown,
): readonly CollectedTest[] {
  const found: CollectedTest[] = []
  const add: Add = (name, body) => found.push({ name, run: body })
  const group: Add = (_name, body) => body()
  const { test, describe, beforeAll, afterAll } = globalThis
  Object.assign(globalThis, {
    test: withVariants(add),
    describe: withVariants(group),
    beforeAll: (body: Body) => add('set up', body),
    afterAll: () => undefined,
  })
  try {
    for (const file of files) load(file)
  } finally {
    Object.assign(globalThis, { test, describe, beforeAll, afterAll })
  }
  return found
}

/** `test` or `describe` with `each`, which hands a row's items over one by one, and with `skip`. */
function withVariants(add: Add) {
  const each = (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) add(name, () => body(...(Array.isArray(row) ? row : [row])))
  }
  return Object.assign((name: string, body: Body) => add(name, body), {
    each,
    skip: Object.assign(() => undefined, { each: () => () => undefined }),
  })
}
