import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type CellError, cellError, isCellError } from '../../values'
import type { Answer, Ask, Question, Questions } from '../../workbook/questions'
import { messages } from '../messages'

type Asked<Name extends Question> = Parameters<Questions[Name]>[0]
type Told<Name extends Question> = ReturnType<Questions[Name]>

export interface Answering<Name extends Question> {
  /** The last one; it stays while the question is asked again. */
  readonly answer: Told<Name> | undefined
  readonly trouble: CellError | undefined
  readonly waiting: boolean
  readonly again: () => void
}

/** Asks when it is first shown, and whenever `asked` says something else; nothing while that is undefined. */
export function useAnswer<Name extends Question>(
  ask: Ask,
  question: Name,
  asked: Asked<Name> | undefined,
): Answering<Name> {
  const { act, waiting, answer, trouble } = useAct(ask, question)
  const key = asked && JSON.stringify(asked)
  const again = useCallback(() => {
    if (key !== undefined) void act(JSON.parse(key))
  }, [key, act])
  useEffect(again, [again])
  // Before the effect has run, it is as good as asked.
  return { answer, trouble, waiting: waiting || (key !== undefined && !answer && !trouble), again }
}

export interface Act<Name extends Question> {
  readonly act: (asked: Asked<Name>) => Promise<Told<Name> | undefined>
  readonly answer: Told<Name> | undefined
  readonly trouble: CellError | undefined
  readonly waiting: boolean
  readonly forget: () => void
}

/** Asks when it is told to. An answer that comes after a later question has been asked is dropped. */
export function useAct<Name extends Question>(ask: Ask, question: Name): Act<Name> {
  const [state, setState] = useState<Pick<Act<Name>, 'answer' | 'trouble' | 'waiting'>>(nothing)
  const last = useRef(0)
  const isShown = useRef(true)
  useEffect(
    () => () => {
      isShown.current = false
    },
    [],
  )

  const act = useCallback(
    async (asked: Asked<Name>) => {
      last.current += 1
      const own = last.current
      setState(({ answer }) => ({ answer, trouble: undefined, waiting: true }))
      const told = await answered(ask, question, asked)
      if (own !== last.current) return undefined
      // Whoever asked still learns what came of it after the page was left.
      if (!isShown.current) return isCellError(told) ? undefined : (told as Told<Name>)
      if (isCellError(told)) {
        setState(({ answer }) => ({ answer, trouble: told, waiting: false }))
        return undefined
      }
      const answer = told as Told<Name>
      setState({ answer, trouble: undefined, waiting: false })
      return answer
    },
    [ask, question],
  )
  const forget = useCallback(() => {
    last.current += 1
    setState(nothing)
  }, [])
  return { act, forget, ...state }
}

const nothing = { answer: undefined, trouble: undefined, waiting: false }

/** A host promises not to throw; a pane that lost its host does all the same. */
async function answered<Name extends Question>(
  ask: Ask,
  question: Name,
  asked: Asked<Name>,
): Promise<Answer<Name>> {
  try {
    return await ask(question, asked)
  } catch (error) {
    return cellError('#N/A', messages.noAnswer(error instanceof Error ? error.message : String(error)))
  }
}

/** The value as it was when it last stood still for a while. */
export function useSettled<Value>(value: Value, milliseconds = 350): Value {
  const [settled, setSettled] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [key, milliseconds])
  return settled
}
