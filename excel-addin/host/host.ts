/// <reference types="office-js" />
import { type Host, Refused } from '../../shared/workbook/steps'
import { type Claim, claim, newFlag, release, stillOurs } from './claims'
import { applyEdits } from './edits'
import { overview } from './overview'
import { readAreas } from './read'
import { sentenceOf } from './refusals'
import { select, selected } from './selection'

/** Runs a batch of Excel's; all its round trips are one step of Undo where Excel can do that and it is asked for. */
export type Run = <Answer>(
  batch: (context: Excel.RequestContext) => Promise<Answer>,
  asOneUndo?: boolean,
) => Promise<Answer>

const runInExcel: Run = (batch, asOneUndo = false) =>
  asOneUndo && Office.context.requirements.isSetSupported('ExcelApi', '1.20')
    ? Excel.run({ mergeUndoGroup: true }, batch)
    : Excel.run(batch)

const sleep = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

/** The workbook that the pane is open in; one for all that a pane asks, since it holds the pane's own flag. */
export function excelHost(
  run: Run = runInExcel,
  wait: (milliseconds: number) => Promise<void> = sleep,
): Host {
  const flag = newFlag()
  let isTaken = false
  let held: Claim | undefined
  const done: Run = async (batch, asOneUndo) => {
    try {
      return await run(batch, asOneUndo)
    } catch (error) {
      throw error instanceof Refused ? error : new Refused(sentenceOf(error))
    }
  }
  return {
    overview: () => done(overview),
    read: areas => done(context => readAreas(context, areas)),
    selected: () => done(selected),
    select: area => done(context => select(context, area)),
    apply: edits =>
      done(async context => {
        if (held) stillOurs(context, held, flag)
        await applyEdits(context, edits)
      }, true),
    lock: async () => {
      // Of two questions of one pane, too, only one may save.
      if (isTaken) return false
      isTaken = true
      try {
        held = await claim(done, wait, flag)
      } finally {
        isTaken = held !== undefined
      }
      return isTaken
    },
    unlock: async () => {
      if (held === undefined) return
      held = undefined
      try {
        await done(context => release(context, flag))
      } finally {
        isTaken = false
      }
    },
  }
}
