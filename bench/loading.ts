import { createContext, Script } from 'node:vm'
import { build } from 'esbuild'
import { coreBundle } from '../build/core-bundle'
import { type Line, median } from './measure'

/** Compiling and running the bundle anew each time, as a host does that starts a fresh engine for every call. */
export async function loading(): Promise<Line[]> {
  const { outputFiles } = await build({
    ...coreBundle,
    entryPoints: ['shared/formulas.ts'],
    globalName: 'Plumbline',
    write: false,
  })
  const code = outputFiles[0]?.text ?? ''
  const load = (then: string, run: number) =>
    new Script(`${code};${then}//${run}`).runInContext(createContext({}))
  const firstCall =
    "Plumbline.formulas.find(formula => formula.name === 'ROI_ANNUALISED').compute([5000, 1000, 2.5])"
  let run = 0
  return [
    { what: 'load', milliseconds: median(() => load('', run++)) },
    { what: 'load and the first ROI_ANNUALISED', milliseconds: median(() => load(firstCall, run++)) },
  ]
}
