/** How Stryker plants faults into a part of the core, and with which tests it looks for them. */
export function hunt(part, mutate) {
  return {
    mutate,
    testRunner: 'jest',
    jest: {
      projectType: 'custom',
      configFile: 'test/mutation/jest.config.js',
      config: { testMatch: [`<rootDir>/test/mutation/${part}-tests.ts`] },
      enableFindRelatedTests: false,
    },
    coverageAnalysis: 'perTest',
    // TypeScript 7 has no programming interface that Stryker knows; types are checked elsewhere.
    tsconfigFile: 'none',
    reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
    jsonReporter: { fileName: `reports/mutation-${part}.json` },
    htmlReporter: { fileName: `reports/mutation-${part}.html` },
    clearTextReporter: { logTests: false, reportTests: false },
    thresholds: { high: 95, low: 90, break: 90 },
    warnings: { slow: false },
    concurrency: 2,
    timeoutMS: 2000,
    tempDirName: '.stryker-tmp',
    ignorePatterns: ['dist', 'reports', 'playground', 'coverage'],
  }
}
