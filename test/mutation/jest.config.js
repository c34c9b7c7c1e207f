/** The tests that mutants are hunted with: all that need no browser, no LibreOffice and no build. */
import base from '../../jest.config.js'

export default {
  ...base,
  rootDir: '../..',
  testMatch: [
    '<rootDir>/test/{formula,metrics,tables}/**/*.test.ts',
    '<rootDir>/test/hosts/core.test.ts',
    '<rootDir>/test/renderings/pages.test.ts',
  ],
  // Thousands of samples a formula: a proof of its own, too slow to run once a mutant.
  testPathIgnorePatterns: ['exactness', 'double-double', 'irr'],
  reporters: ['default'],
}
