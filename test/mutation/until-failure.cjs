const { TestEnvironment } = require('jest-environment-node')

/** Runs the tests of a file up to the first that fails: one is enough to notice a mutant. */
module.exports = class UntilFailure extends TestEnvironment {
  failed = false

  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.failed = true
    if (name === 'test_start' && this.failed) test.mode = 'skip'
  }
}
