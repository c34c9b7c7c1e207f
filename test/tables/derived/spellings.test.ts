import type { Cell } from '../../../shared/values'
import { from, table } from '../../support/asking'
import { perRow } from '../../support/derived'

/** As CRMs write it, and what it means here. */
type Spelt = Readonly<Record<string, string>>

function meanings(name: string, column: string, spelt: Spelt): void {
  const deals = table(
    `deal_id created_at stage closed_at amount ${column}`,
    ...Object.keys(spelt).map((word): Cell[] => ['D', from, 'Won', from, 1, word]),
  )
  expect(perRow(name, { deals })).toEqual(Object.values(spelt))
}

test('kinds of deals', () => {
  meanings('deal_kind', 'deal_type', {
    ...{
      'New Business': 'new',
      newbusiness: 'new',
      'New Customer': 'new',
      'New Logo': 'new',
      'new account': 'new',
    },
    ...{ 'Existing Business': 'existing', existingbusiness: 'existing', 'Existing Customer': 'existing' },
    ...{ 'Existing Account': 'existing', 'Existing Customer - Replacement': 'existing' },
    ...{
      'Existing Customer - Downgrade': 'existing',
      'Up-sell': 'upsell',
      Upgrade: 'upsell',
      expansion: 'upsell',
    },
    ...{
      'Add-On': 'upsell',
      addon: 'upsell',
      'Existing Customer - Upgrade': 'upsell',
      crosssell: 'cross_sell',
    },
    ...{ 'Existing Customer - Cross-Sell': 'cross_sell', Renew: 'renewal', 'Contract Renewal': 'renewal' },
    ...{ 'Existing Customer - Renewal': 'renewal', Partner: 'partner', upsell: 'upsell' },
  })
})

test('how revenue comes in', () => {
  const types = ['recurring', 'Subscription', 'subscriptions', 'Retainer', 'renewable', 'evergreen']
  const usage = ['usage', 'Usage-based', 'metered', 'Consumption']
  const rows = [...types, ...usage, 'one-off', null].map((type): Cell[] => ['D', from, 'Won', from, 1, type])
  const deals = table('deal_id created_at stage closed_at amount revenue_type', ...rows)
  const recurring = (counted: boolean) =>
    perRow('recurring', { deals }, { terms: { 'mrr.include': ['recurring'], 'mrr.usage': counted } })
  expect(recurring(false)).toEqual([...types.map(() => true), ...usage.map(() => false), false, false])
  expect(recurring(true)).toEqual([...types.map(() => true), ...usage.map(() => true), false, false])
})

test('how subscriptions are charged', () => {
  const spelt: Spelt = {
    ...{ recurring: 'recurring', Subscription: 'recurring', renewable: 'recurring', evergreen: 'recurring' },
    ...{
      'one off': 'one_off',
      'One-time': 'one_off',
      onetime: 'one_off',
      oneoff: 'one_off',
      Single: 'one_off',
    },
    ...{ usage: 'usage', metered: 'usage', consumption: 'usage', 'Usage based': 'usage' },
  }
  const subscriptions = table(
    'customer_id start amount term_months type',
    ...Object.keys(spelt).map((type): Cell[] => ['C', from, 1, 1, type]),
  )
  expect(perRow('charge', { subscriptions })).toEqual(Object.values(spelt))
})

describe('activities', () => {
  const kinds = (...rows: Cell[][]) =>
    perRow('activity_kind', {
      activities: table('at rep type outcome', ...rows.map(row => [from, 'Ana', ...row])),
    })

  test('of one kind', () => {
    const calls = ['call', 'Calls', 'Phone Call', 'phone', 'Outbound call', 'inbound call']
    const emails = ['email', 'Emails', 'E-Mail', 'outgoing email', 'Incoming Email']
    const meetings = ['meeting', 'Meetings', 'event', 'Appointment', 'Demo']
    const of = (types: string[]) => kinds(...types.map((type): Cell[] => [type, null]))
    expect(of(calls)).toEqual(calls.map(() => 'call'))
    expect(of(emails)).toEqual(emails.map(() => 'email'))
    expect(of(meetings)).toEqual(meetings.map(() => 'meeting_booked'))
  })

  test('that were held, or missed', () => {
    const of = (outcomes: string[]) => kinds(...outcomes.map((outcome): Cell[] => ['meeting', outcome]))
    const held = ['Completed', 'complete', 'held', 'Attended', 'done']
    const missed = ['No show', 'noshow', 'Canceled', 'Cancelled', 'rescheduled']
    expect(of(held)).toEqual(held.map(() => 'meeting_held'))
    expect(of(missed)).toEqual(missed.map(() => 'meeting_missed'))
  })

  test('that came from the other side', () => {
    const words = ['Inbound', 'incoming', 'IN', 'inbound call', 'Incoming Call', 'incoming_email']
    const rows = [...words, 'out', null].map((word): Cell[] => [from, 'Ana', 'call', word])
    expect(perRow('incoming', { activities: table('at rep type direction', ...rows) })).toEqual([
      ...words.map(() => true),
      ...[false, false],
    ])
  })
})
