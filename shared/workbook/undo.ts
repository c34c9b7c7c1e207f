import { change } from './change'
import type { Done, Questions } from './questions'
import type { Steps } from './steps'

/** Takes a change back, as long as its cells and names are as it left them; that can be undone in turn. */
export function* undo({
  undo: { expected, edits, names },
}: Parameters<Questions['undo']>[0]): Steps<Done<object>> {
  return yield* change(expected, edits, names)
}
