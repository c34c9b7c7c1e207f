/** A jest reporter: names what was skipped, and closes with one plain line that any CI can read. */
class Tally {
  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults },
  ) {
    const skipped = testResults.flatMap(file => file.testResults.filter(({ status }) => status === 'pending'))
    // A file that could not be run holds tests that did not pass.
    const failed = numFailedTests + numRuntimeErrorTestSuites
    const counts = [`${numPassedTests} passed`, `${failed} failed`]
    if (numPendingTests > 0) counts.push(`${numPendingTests} skipped`)
    // On exit, since jest prints its own summary after every reporter.
    process.once('exit', () => {
      for (const { fullName } of skipped) process.stdout.write(`skipped: ${fullName}\n`)
      process.stdout.write(`${counts.join(', ')}\n`)
    })
  }
}

module.exports = Tally
