/**
 * Runs the tests of a part for Stryker. They are loaded once for many faults, since loading takes longer than running
 * most of them; Stryker keeps this process apart, and starts another when a fault makes it run for ever.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  INSTRUMENTER_CONSTANTS,
  type InstrumenterContext,
  type StrykerOptions,
} from '@stryker-mutator/api/core'
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { expect } from 'expect'
import { type CollectedTest, collectTests } from './collected-tests'

const require = createRequire(import.meta.url)

/** What the code looks at that Stryker has planted faults into. */
const planted: InstrumenterContext = {}
Object.assign(globalThis, { expect, [INSTRUMENTER_CONSTANTS.NAMESPACE]: planted })

runnerOf.inject = tokens(commonTokens.options)
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'collected', runnerOf)]

function runnerOf({ tests: names }: StrykerOptions): TestRunner {
  const files = [
    'support/seed',
    'mutation/without-shrinking',
    ...(names as string[]).map(name => `${name}.test`),
  ]
  /** Those that were loaded without a fault. */
  let loaded: readonly CollectedTest[] | undefined
  /** How long each took without a fault. */
  const times = new Map<string, number>()

  /** The tests with all modules anew, quick ones first. */
  function load(): readonly CollectedTest[] {
    for (const file of Object.keys(require.cache)) {
      if (!file.includes('node_modules')) delete require.cache[file]
    }
    const tests = collectTests(
      files.map(file => join(process.cwd(), 'test', `${file}.ts`)),
      require,
    )
    const time = ({ name }: CollectedTest) => times.get(name) ?? 0
    return tests
      .map(({ name, run }, index) => ({ name: `${index} ${name}`, run }))
      .sort((a, b) => time(a) - time(b))
  }

  /** What is found without loading anything anew; also of a fault in what runs at loading, by the tests that run it. */
  async function quickly(options: MutantRunOptions): Promise<MutantRunResult | undefined> {
    loaded ??= load()
    const { activeMutant, testFilter } = options
    const reached = ({ name }: CollectedTest) =>
      testFilter?.includes(name) ?? planted.mutantCoverage?.perTest[name]?.[activeMutant.id]
    const found = toMutantRunResult(await untilFailure(loaded.filter(reached), options), false)
    if (found.status === MutantRunStatus.Timeout) return found
    if (found.status !== MutantRunStatus.Killed) return undefined
    const killer = loaded.find(({ name }) => name === found.killedBy[0]) as CollectedTest
    if ((await resultOf(killer)).status === TestStatus.Success) return found
    loaded = undefined
    return undefined
  }

  async function anew(options: MutantRunOptions): Promise<MutantRunResult> {
    const { mutantActivation, testFilter } = options
    if (mutantActivation === 'static') plant(options)
    try {
      const tests = load()
      if (mutantActivation === 'runtime') loaded = tests
      const reached = tests.filter(({ name }) => testFilter?.includes(name) ?? true)
      return toMutantRunResult(await untilFailure(reached, options), false)
    } catch (failure) {
      if (mutantActivation === 'runtime') throw failure
      // By this fault, tests cannot even be loaded.
      plant(undefined)
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage: String(failure), nrOfTests: 0 }
    }
  }

  return {
    capabilities: () => ({ reloadEnvironment: true }),

    async dryRun() {
      loaded = load()
      const tests: TestResult[] = []
      for (const test of loaded) {
        planted.currentTestId = test.name
        const result = await resultOf(test)
        times.set(test.name, result.timeSpentMs)
        tests.push(result)
      }
      loaded = undefined
      delete planted.currentTestId
      const mutantCoverage = planted.mutantCoverage ?? { static: {}, perTest: {} }
      return { status: DryRunStatus.Complete, tests, mutantCoverage }
    },

    // What modules remember may hide a fault, or be an earlier one. So a failure counts when the same test passes once
    // the fault is gone, and everything else is judged by modules that were loaded anew.
    mutantRun: async options => (await quickly(options)) ?? (await anew(options)),
  }
}

function plant(fault: MutantRunOptions | undefined) {
  const hitLimit = fault?.hitLimit
  Object.assign(planted, { activeMutant: fault?.activeMutant.id, hitLimit, hitCount: hitLimit && 0 })
}

/** Runs tests up to the first that notices the fault. */
async function untilFailure(
  tests: readonly CollectedTest[],
  options: MutantRunOptions,
): Promise<DryRunResult> {
  plant(options)
  const results: TestResult[] = []
  for (const test of tests) {
    const result = await resultOf(test)
    results.push(result)
    if (result.status === TestStatus.Failed) break
  }
  const timeout = determineHitLimitReached(planted.hitCount, planted.hitLimit)
  plant(undefined)
  return timeout ?? { status: DryRunStatus.Complete, tests: results }
}

async function resultOf({ name, run }: CollectedTest): Promise<TestResult> {
  const start = performance.now()
  const told = (end: object) =>
    ({ id: name, name, timeSpentMs: performance.now() - start, ...end }) as TestResult
  try {
    await run()
    return told({ status: TestStatus.Success })
  } catch (failure) {
    return told({ status: TestStatus.Failed, failureMessage: String(failure) })
  }
}
