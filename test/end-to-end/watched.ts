import { readFileSync } from 'node:fs'
import type { BrowserContext, Frame } from 'playwright-core'

/** What goes wrong on a page: errors, and requests beyond this machine or without an answer. */
export function watch(context: BrowserContext, isOwn: (url: string) => boolean): string[] {
  const trouble: string[] = []
  context.on('request', request => {
    if (!isOwn(request.url())) trouble.push(`asked for ${request.url()}`)
  })
  context.on('requestfailed', request => trouble.push(`no answer from ${request.url()}`))
  context.on('response', response => {
    if (response.status() >= 400) trouble.push(`${response.status()} for ${response.url()}`)
  })
  context.on('weberror', error => trouble.push(error.error().message))
  context.on('console', message => message.type() === 'error' && trouble.push(message.text()))
  context.on('dialog', dialog => {
    trouble.push(`showed a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return trouble
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Every rule of axe that the sidebar breaks, as `rule: element`. */
export async function violationsIn(sidebar: Frame): Promise<readonly string[]> {
  await sidebar.evaluate(axeSource)
  return sidebar.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`))
  })
}
