import type { Plugin } from 'esbuild'
import { expectations } from '../templates/self-test/expectations'

/**
 * What the Self-test expects is worked out of examples, which are left out of a bundle that computes: there it goes in
 * as what came of them.
 */
export const expectationsAsData: Plugin = {
  name: 'expectations as data',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]self-test[\\/]expectations\.ts$/ }, () => ({ contents, loader: 'js' }))
  },
}

const rows = expectations().map(({ group, call, answer, about }) => [group, call, answer, about])

const contents = `const rows = ${JSON.stringify(rows)}
export const expectations = () => rows.map(([group, call, answer, about]) => ({ group, call, answer, about }))`
