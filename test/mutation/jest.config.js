import { fileURLToPath } from 'node:url'
import base from '../../jest.config.js'

/** All tests of a part in one file, so that its modules are loaded once a fault. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/mutation/all-tests.ts'],
  testEnvironment: fileURLToPath(new URL('./until-failure.cjs', import.meta.url)),
  reporters: ['default'],
}
