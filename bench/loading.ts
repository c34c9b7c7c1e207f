import { createContext, Script } from 'node:vm'
import { build } from 'esbuild'
import { bundledCatalogue, coreBundle } from '../build/core-bundle'
import { type Line, median } from './measure'

/** Compiling and running the bundle anew each time, as a host does that starts a fresh engine for every call. */
export async function loading(): Promise<Line[]> {
  const { outputFiles } = await build({
    ...coreBundle,
    entryPoints: ['shared/formulas.ts'],
    globalName: 'Plumbline',
    write: false,
  })
  const core = outputFiles[0]?.text ?? ''
  const catalogue = await bundledCatalogue()
  const load = (code: string, then: string, run: number) =>
    new Script(`${code};${then}//${run}`).runInContext(createContext({}))
  const firstCall =
    "Plumbline.formulas.find(formula => formula.name === 'ROI_ANNUALISED').compute([5000, 1000, 2.5])"
  let run = 0
  return [
    {
      what: 'load of all declarations and what computes scalar formulas',
      milliseconds: median(() => load(catalogue, '', run++)),
    },
    { what: 'load of the whole core', milliseconds: median(() => load(core, '', run++)) },
    {
      what: 'load of the whole core and the first ROI_ANNUALISED',
      milliseconds: median(() => load(core, firstCall, run++)),
    },
  ]
}
