import { useRef, useState } from 'preact/hooks'
import { type CellError, cellError, isCellError } from '../../values'
import type { Answer, Ask, Finding, Question, Questions, UsedDefinitions } from '../../workbook/questions'
import type { Locale } from '../../workbook/steps'
import { messages } from '../messages'

export interface Run {
  readonly state: 'none' | 'running' | 'cancelled' | 'done'
  /** The sheet being looked at; `''` while they are listed or compared. */
  readonly sheet: string
  readonly done: number
  readonly all: number
  readonly findings: readonly Finding[]
  /** Sheets that could not be checked, and why. */
  readonly unread: readonly { readonly sheet: string; readonly reason: string }[]
  readonly trouble: CellError | undefined
  readonly locale: Locale | undefined
}

const before: Run = {
  ...{ state: 'none', sheet: '', done: 0, all: 0, findings: [], unread: [] },
  ...{ trouble: undefined, locale: undefined },
}

/** Goes through the workbook sheet by sheet; what has been found shows at once, and it can be stopped at any sheet. */
export function useRun(ask: Ask) {
  const [run, setRun] = useState(before)
  const current = useRef(0)

  async function start() {
    current.current += 1
    const own = current.current
    const isCurrent = () => own === current.current
    const put = (next: Partial<Run>) => isCurrent() && setRun(last => ({ ...last, ...next }))
    setRun({ ...before, state: 'running' })
    const listed = await asked(ask, 'sheets', {})
    if (isCellError(listed)) return put({ state: 'done', trouble: listed })
    const sheets = listed.sheets.filter(({ rows }) => rows > 0)
    put({ all: sheets.length, locale: listed.locale })
    const used: UsedDefinitions[] = []
    for (const [done, { name }] of sheets.entries()) {
      if (!isCurrent()) return undefined
      put({ sheet: name, done })
      const checked = await asked(ask, 'checkSheet', { sheet: name })
      if (!isCurrent()) return undefined
      if (isCellError(checked)) {
        setRun(last => ({ ...last, unread: [...last.unread, { sheet: name, reason: checked.reason }] }))
      } else {
        used.push(...checked.used)
        setRun(last => ({ ...last, findings: [...last.findings, ...checked.findings] }))
      }
    }
    put({ sheet: '', done: sheets.length })
    const together = await asked(ask, 'checkTogether', { used })
    if (isCellError(together)) return put({ state: 'done', trouble: together })
    if (isCurrent()) {
      setRun(last => ({ ...last, state: 'done', findings: [...last.findings, ...together] }))
    }
    return undefined
  }

  function cancel() {
    current.current += 1
    setRun(last => ({ ...last, state: 'cancelled' }))
  }

  function take(away: readonly Finding[]) {
    setRun(last => ({ ...last, findings: last.findings.filter(finding => !away.includes(finding)) }))
  }

  function putBack(mended: readonly Finding[]) {
    setRun(last => ({ ...last, findings: [...mended, ...last.findings] }))
  }

  return { run, start, cancel, take, putBack }
}

async function asked<Name extends Question>(
  ask: Ask,
  question: Name,
  given: Parameters<Questions[Name]>[0],
): Promise<Answer<Name>> {
  try {
    return await ask(question, given)
  } catch (error) {
    return cellError('#N/A', messages.noAnswer(error instanceof Error ? error.message : String(error)))
  }
}

/** Worst first, then as they come; findings of one kind together. */
export function grouped(findings: readonly Finding[]) {
  const severities = ([1, 2, 3] as const).map(severity => {
    const own = findings.filter(finding => finding.severity === severity)
    const kinds = [...new Set(own.map(({ kind }) => kind))]
    return {
      severity,
      kinds: kinds.map(kind => ({ kind, findings: own.filter(finding => finding.kind === kind) })),
    }
  })
  return severities.filter(({ kinds }) => kinds.length > 0)
}
