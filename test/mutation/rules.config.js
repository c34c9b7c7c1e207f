import base from '../../jest.config.js'

/** Faults in rules over rows. What the tests open they leave open, since they run again and again. */
export default {
  ...base,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/mutation/planted-rules.ts'],
  reporters: ['default'],
  forceExit: true,
}
