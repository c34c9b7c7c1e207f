import './without-shrinking'

declare const tests: readonly string[]

for (const name of tests) require(`../${name}.test`)
