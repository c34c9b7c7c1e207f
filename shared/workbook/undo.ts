import type { Undo } from './change'
import { change } from './change'
import type { Done, Questions } from './questions'
import type { Steps } from './steps'

/** Takes a change back, as long as its cells still hold what it wrote; what it did can be undone in turn. */
export function* undo({ undo }: Parameters<Questions['undo']>[0]): Steps<Done<object>> {
  const { expected, edits }: Undo = undo
  return yield* change(expected, edits)
}
