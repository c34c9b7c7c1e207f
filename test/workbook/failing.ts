import type { FakeWorkbook } from './fake-host'

type Act = (workbook: FakeWorkbook) => void
type Look = (workbook: FakeWorkbook, failed: string) => void

/** Does it again and again, the host failing once at each step and each edit in turn. */
export function failingAtEachStep(make: () => FakeWorkbook, act: Act, look: Look): number {
  return atEachStep(make, act, look, (step, at) => step === at)
}

/** What dies at a step does nothing from then on, taking back included. */
export function dyingAtEachStep(make: () => FakeWorkbook, act: Act, look: Look): number {
  const unlocked: Look = (workbook, died) => {
    workbook.locked = false
    look(workbook, died)
  }
  return atEachStep(make, act, unlocked, (step, at) => step >= at)
}

function atEachStep(
  make: () => FakeWorkbook,
  act: Act,
  look: Look,
  fails: (step: number, at: number) => boolean,
): number {
  const counted = make()
  const steps = watch(counted, () => {})
  act(counted)
  for (let at = 0; at < steps.length; at++) {
    const workbook = make()
    watch(workbook, step => {
      if (fails(step, at)) throw new Error('The connection was lost')
    })
    act(workbook)
    workbook.before = () => {}
    workbook.beforeEdit = () => {}
    look(workbook, steps[at] as string)
  }
  return steps.length
}

function watch(workbook: FakeWorkbook, at: (step: number) => void): readonly string[] {
  const steps: string[] = []
  workbook.before = step => {
    steps.push(step)
    at(steps.length - 1)
  }
  workbook.beforeEdit = edit => {
    steps.push(`${edit.do} ${'sheet' in edit ? edit.sheet : 'name' in edit ? edit.name : edit.area.sheet}`)
    at(steps.length - 1)
  }
  return steps
}
