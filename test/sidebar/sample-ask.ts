import { isCellError } from '../../shared/values'
import { answer } from '../../shared/workbook/answer'
import type { Answer, Definitions, Question, Questions } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import type { Locale } from '../../shared/workbook/steps'
import { costs, deals, leads } from '../support/asking'
import { serial } from '../support/tables'
import { type FakeWorkbook, fakeWorkbook } from '../workbook/fake-host'
import { madeUp } from './made-up'
import type { Asked } from './open-sidebar'

type Told<Name extends Question> = Answer<Name> | 'never' | 'rejects'
type Scripted<Name extends Question> = Told<Name> | Promise<Told<Name>>

export type Script = {
  readonly [Name in Question]?: (asked: Parameters<Questions[Name]>[0]) => Scripted<Name>
}

/** What the core itself answers about a workbook, except what a script says otherwise. */
export function sampleAsk(script: Script = {}, workbook = sampleWorkbook()): Asked {
  return (question, asked) => {
    const scripted = { ...madeUp, ...script }[question as Question] as ((asked: never) => unknown) | undefined
    return scripted ? scripted(asked) : told(workbook, question as Question, asked)
  }
}

export function told<Name extends Question>(
  workbook: FakeWorkbook,
  question: Name,
  asked: Parameters<Questions[Name]>[0],
) {
  return answerNow(answer(question, JSON.parse(JSON.stringify(asked))), workbook.host) as Answer<Name>
}

/** The samples with the definitions of a team that has agreed on some things, changed its mind, and locked a quarter. */
export function sampleWorkbook(locale?: Locale): FakeWorkbook {
  const workbook = fakeWorkbook({ Leads: leads, Deals: deals, Costs: costs, Metrics: [['From']] })
  if (locale) workbook.locale = locale
  for (const [sheet, rows] of Object.entries({ Leads: leads, Deals: deals, Costs: costs })) {
    workbook.names[sheet.toUpperCase()] = {
      ...{ sheet, top: 0, left: 0 },
      ...{ bottom: rows.length - 1, right: (rows[0]?.length ?? 0) - 1 },
    }
  }
  const cell = { sheet: 'Metrics', top: 9, left: 5, bottom: 9, right: 5 }
  workbook.selected = { cell, area: cell }

  approve(workbook, '2026-01-05', 'Finance', '2026-01-01', [
    ['lead.dispute_window_days', '5', 'The default, agreed in the kick-off.'],
    ['win_rate.variant', 'won_over_decided', 'The default, agreed in the kick-off.'],
    ['cost.marketing_investment', 'ad_spend, agency', 'Only what marketing books today.'],
  ])
  approve(workbook, '2026-04-02', 'Sales', '2026-04-01', [
    ['lead.dispute_window_days', '7', 'Five days were too short in weeks with holidays.'],
  ])
  workbook.now = serial('2026-04-20') + 0.6
  saved(
    told(workbook, 'lockPeriod', {
      ...{ period: '2026-Q1', by: 'Finance', reason: 'Reported to the board' },
      seen: definitionsOf(workbook),
    }),
  )
  workbook.now = serial('2026-06-10')
  return workbook
}

function approve(
  workbook: FakeWorkbook,
  day: string,
  by: string,
  from: string,
  terms: readonly (readonly [string, string, string])[],
): void {
  workbook.now = serial(day) + 0.4
  const changes = terms.map(([term, value, reason]) => ({
    ...{ term, value, reason, effectiveFrom: serial(from) },
  }))
  saved(told(workbook, 'approve', { changes, by, seen: definitionsOf(workbook) }))
}

function saved(answered: Answer<'approve'>): void {
  if (isCellError(answered) || answered.outcome !== 'saved') throw new Error(JSON.stringify(answered))
}

export function definitionsOf(workbook: FakeWorkbook): Definitions {
  const definitions = told(workbook, 'definitions', {})
  if (isCellError(definitions)) throw new Error(definitions.reason)
  return definitions
}
