import './without-shrinking'

declare const tests: readonly string[]

for (const name of tests) {
  try {
    require(`../${name}.test`)
  } catch (failure) {
    // A fault by which tests cannot even be set up is noticed too, like by any other failing test.
    test(`${name} cannot be set up`, () => {
      throw failure
    })
  }
}
