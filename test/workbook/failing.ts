import type { FakeWorkbook } from './fake-host'

/** Does it again and again, the host failing once at each step and each edit in turn. */
export function failingAtEachStep(
  make: () => FakeWorkbook,
  act: (workbook: FakeWorkbook) => void,
  look: (workbook: FakeWorkbook, failed: string) => void,
): number {
  const counted = make()
  const steps = watch(counted, () => {})
  act(counted)
  for (let at = 0; at < steps.length; at++) {
    const workbook = make()
    watch(workbook, step => {
      if (step === at) throw new Error('The connection was lost')
    })
    act(workbook)
    workbook.before = () => {}
    workbook.beforeEdit = () => {}
    look(workbook, steps[at] as string)
  }
  return steps.length
}

/** What dies at a step does nothing from then on, taking back included. */
export function dyingAtEachStep(
  make: () => FakeWorkbook,
  act: (workbook: FakeWorkbook) => void,
  look: (workbook: FakeWorkbook, died: string) => void,
): number {
  const counted = make()
  const steps = watch(counted, () => {})
  act(counted)
  for (let at = 0; at < steps.length; at++) {
    const workbook = make()
    watch(workbook, step => {
      if (step >= at) throw new Error('The connection was lost')
    })
    act(workbook)
    workbook.before = () => {}
    workbook.beforeEdit = () => {}
    workbook.locked = false
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
