import type { Template } from '../shared/workbook/template'
import { showProgress } from './dialogs'
import { chooseTemplate } from './gallery'
import type { Opened } from './open-file'
import { sampleRanges } from './sample-ranges'
import type { WorkbookData } from './table-sheet'
import { templateWorkbook } from './template-workbook'

/**
 * The workbook of a template that the user chooses; `undefined` where none is chosen.
 * @param mayLeave asks whether the workbook that is open now may go away
 */
export async function chosenWorkbook(
  templates: readonly Template[],
  mayLeave: (title: string, label: string) => Promise<boolean>,
): Promise<Opened | undefined> {
  const template = await chooseTemplate(templates)
  if (!template || !(await mayLeave(`Open ${template.title}?`, 'Open it'))) return undefined
  const { title, samples } = template
  const progress = showProgress(`Building ${title}`)
  try {
    progress.show()
    await progress.last(`Building ${title} …`)
    const data = templateWorkbook(template)
    rememberSamples(samples, data)
    const madeUp = `${samples.join(', ')}: made up. Open file… puts your own exports in their place.`
    return { data, notice: { title: `Opened ${title}`, lines: samples.length > 0 ? [madeUp] : [] } }
  } finally {
    progress.hide()
  }
}

/** These tables make way when the user opens one of the kind. */
function rememberSamples(names: readonly string[], data: WorkbookData): void {
  for (const name of names) {
    const range = data.namedRanges[name]
    if (range !== undefined) sampleRanges[name] = range
  }
}
