/**
 * Plants faults into the core with Stryker, part by part (or into the parts that are named), and prints how many the
 * tests of each part notice.
 */
import type { PartialStrykerOptions } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { guards, type Part, parts } from './parts'

const wanted = process.argv.slice(2)
const leastNoticed = 0.9
const lines: string[] = []
let [all, killed] = [0, 0]
let isGuarded = true

for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const byFile = new Map<string, { all: number; noticed: number }>()
  for (const { fileName, status } of await new Stryker(settings(name, part)).runMutationTest()) {
    if (!['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status)) continue
    const file = fileName.slice(fileName.indexOf('shared/'))
    const count = byFile.get(file) ?? { all: 0, noticed: 0 }
    byFile.set(file, count)
    count.all++
    if (status === 'Killed' || status === 'Timeout') count.noticed++
  }
  for (const [file, count] of byFile) {
    lines.push(`${file}: ${shown(count.noticed, count.all)}`)
    if (guards.includes(file) && count.noticed < count.all) isGuarded = false
    all += count.all
    killed += count.noticed
  }
}

console.log(lines.join('\n'))
console.log(`faults in code that are noticed: ${shown(killed, all)}`)
if (!isGuarded) console.log(`a fault in one of ${guards.join(', ')} is not noticed`)
process.exitCode = killed < leastNoticed * all || !isGuarded ? 1 : 0

function settings(name: string, { mutate, tests }: Part): PartialStrykerOptions {
  return {
    mutate: [...mutate],
    testRunner: 'collected',
    plugins: [new URL('./runner.ts', import.meta.url).href],
    testRunnerNodeArgs: ['--import', 'tsx'],
    // Stryker loads the runner there too, though nothing is checked.
    checkerNodeArgs: ['--import', 'tsx'],
    tests,
    coverageAnalysis: 'perTest',
    // TypeScript 7 has no programming interface that Stryker knows; types are checked elsewhere.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    reporters: ['clear-text', 'progress-append-only', 'html'],
    htmlReporter: { fileName: `reports/mutation-${name}.html` },
    clearTextReporter: { logTests: false, reportTests: false },
    warnings: false,
    concurrency: 1,
    cleanTempDir: 'always',
    timeoutMS: 2000,
    // Tests that notice nothing run twice.
    timeoutFactor: 4,
    ignorePatterns: ['dist', 'reports', 'coverage', 'playground'],
  }
}

function shown(noticed: number, of: number): string {
  return `${noticed} of ${of}, ${((noticed / of) * 100).toFixed(1)} %`
}
