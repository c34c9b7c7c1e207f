import type { Page } from 'playwright-core'
import { madeUp, nested } from './made-up'
import { handingOver } from './made-up-handover'
import { type Script, sampleAsk, sampleWorkbook } from './sample-ask'
import type { TabTitle } from './views'

/** A way through one view that stops at everything there is to see. */
export interface Tour {
  readonly tab: TabTitle
  readonly script?: Script
  readonly walk: (page: Page, look: (state: string) => Promise<void>) => Promise<void>
}

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()

const term = async (page: Page, id: string) => {
  await page.locator('.item.term').first().waitFor()
  await page.locator(`[id="term-${id}"]`).click()
}

/** One term of every type. */
const everyEditor = [
  ...['cost.marketing_investment', 'lead.issued_requirements', 'win_rate.variant', 'margin.default_rate'],
  ...['organic.floor_zero', 'calendar.weekend_mask', 'calendar.open', 'calendar.holidays', 'stage.map'],
  ...['sla.response_hours', 'cohort.window_days'],
]

const taken =
  'The workbook has sheets named Start, Checks already, which the template makes too. Rename them, or build the template in a new workbook. Nothing was changed.'

const built = (name: string) => {
  const done = madeUp.buildTemplate?.({ name })
  if (done === undefined) throw new Error('nothing is made up')
  return done
}

export const tours: Readonly<Record<string, Tour>> = {
  'set up': {
    tab: 'Set up',
    walk: async (page, look) => {
      await page.getByText('This will be done').waitFor()
      await look('found')
      await press(page, 'No')
      for (const summary of await page.locator('#view-setUp summary').all()) await summary.click()
      await look('unfolded')
      await press(page, 'Set up')
      await page.getByText('Done. This is what was made:').waitFor()
      await look('done')
    },
  },
  templates: {
    tab: 'Set up',
    script: {
      buildTemplate: ({ name }) => (name === 'rep' ? { outcome: 'refused', reason: taken } : built(name)),
    },
    walk: async (page, look) => {
      await page.getByText('Start from a template').click()
      await press(page, 'Build it: Sales rep’s own numbers')
      await page.getByText(taken).waitFor()
      await look('offered and refused')
      await press(page, 'Build it: Executive overview')
      await page.getByText('Built. These sheets are new:').waitFor()
      await look('built')
    },
  },
  definitions: {
    tab: 'Definitions',
    walk: async (page, look) => {
      await page.locator('.item.term').first().waitFor()
      await look('list')
      await term(page, 'win_rate.variant')
      await page.getByRole('radio', { name: /^all_closed/ }).check()
      await page.locator('.effect').waitFor()
      await press(page, 'Review and approve')
      await look('impact and faults')
      await page.getByLabel('Reason').fill('The board asked.')
      await press(page, 'Add to pending')
      await look('pending')
      await press(page, 'Review')
      await press(page, 'Approve 1 change')
      await look('review')
      await page.getByLabel('Your name').fill('Ana')
      await press(page, 'Approve 1 change')
      await page.getByText('Saved as').waitFor()
      await look('saved')
      await press(page, 'Back to the definitions')
      await press(page, 'Locked periods')
      await press(page, 'Unlock 2026-Q1')
      await look('locks')
      await page.keyboard.press('Escape')
      await press(page, 'Versions')
      await page.locator('.differences').waitFor()
      await look('versions')
    },
  },
  editors: {
    tab: 'Definitions',
    walk: async (page, look) => {
      for (const id of everyEditor) {
        await term(page, id)
        if (id === 'stage.map') await page.locator('.table-rows summary').first().click()
        await look(id)
        await page.keyboard.press('Escape')
      }
      for (const family of ['metric', 'benchmark']) {
        await page.locator(`[id="add-${family}."]`).click()
        await press(page, 'Add to pending')
        await look(family)
        await page.keyboard.press('Escape')
      }
    },
  },
  conflict: {
    tab: 'Definitions',
    script: {
      approve: () => ({
        ...{ outcome: 'conflict', now: { version: 3, hash: 'x' }, by: 'Ben', terms: ['win_rate.variant'] },
      }),
    },
    walk: async (page, look) => {
      await term(page, 'organic.floor_zero')
      await page.getByLabel('Reason').fill('As agreed.')
      await press(page, 'Review and approve')
      await page.getByLabel('Your name').fill('Ana')
      await press(page, 'Approve 1 change')
      await page.getByRole('button', { name: 'Try again on top' }).waitFor()
      await look('conflict')
    },
  },
  why: {
    tab: 'Why?',
    walk: async (page, look) => {
      await page.locator('.figure').waitFor()
      await page.locator('.why summary').click()
      await look('a number')
      await press(page, 'Copy as SQL')
      await page.getByLabel('The SQL', { exact: true }).waitFor()
      await page.getByLabel('Table of leads').fill('crm..leads')
      await page.getByText('names no table').waitFor()
      await look('as SQL, with a table that is none')
    },
  },
  'why an error': {
    tab: 'Why?',
    script: { why: () => nested },
    walk: async (page, look) => {
      await page.locator('.figure').waitFor()
      await look('an error')
    },
  },
  check: {
    tab: 'Check',
    walk: async (page, look) => {
      await look('before')
      await press(page, 'Check this workbook')
      await page.getByText('14 findings').waitFor()
      await look('findings')
      await press(page, 'Mend all 3')
      await page.getByText('3 cells mended').waitFor()
      await look('mended')
    },
  },
  checking: {
    tab: 'Check',
    script: { checkSheet: () => 'never' },
    walk: async (page, look) => {
      await press(page, 'Check this workbook')
      await page.getByText('Checking Leads').waitFor()
      await look('going')
    },
  },
  share: {
    tab: 'Share',
    walk: async (page, look) => {
      await press(page, 'Prepare the file')
      await page.locator('.prepared').waitFor()
      await page.getByLabel('Or paste its text').fill(await otherSet())
      await press(page, 'Compare')
      await page.locator('.compared').waitFor()
      await look('compared')
      await page.getByLabel('Or paste its text').fill('no set')
      await press(page, 'Compare')
      await page.locator('#view-share .refused').waitFor()
      await look('refused')
    },
  },
  'hand over': {
    tab: 'Share',
    script: handingOver,
    walk: async (page, look) => {
      await press(page, 'See what will happen')
      await page.getByText('12 numbers: 9 as native formulas').waitFor()
      await look('planned')
      await press(page, 'Hand over this copy')
      await page.getByText('12 numbers handed over').waitFor()
      await look('handed over')
      await press(page, 'Verify')
      await page.getByText('7 numbers of 8 are not').waitFor()
      await look('verified')
      await press(page, 'Bring the formulas back')
      await page.getByText('3 formulas are back.').waitFor()
      await look('brought back')
    },
  },
  'a host that fails': {
    tab: 'Definitions',
    script: { definitions: () => 'rejects' },
    walk: async (page, look) => {
      await page.getByRole('button', { name: 'Try again' }).waitFor()
      await look('trouble')
    },
  },
}

/** The set of a workbook in which nobody has agreed on anything of ours but the cost. */
async function otherSet(): Promise<string> {
  const workbook = sampleWorkbook()
  const ask = sampleAsk({}, workbook)
  const { version, hash } = ask('definitions', {} as never) as { version: number; hash: string }
  const change = { term: 'win_rate.basis', value: 'value', effectiveFrom: 46_204, reason: 'By money.' }
  ask('approve', { changes: [change], by: 'Finance', seen: { version, hash } } as never)
  return (ask('exportSet', { name: 'Finance' } as never) as { text: string }).text
}
