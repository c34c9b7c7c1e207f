import type { Tables } from '../support/database'
import { definitions } from '../support/definitions'
import { libreOffice } from '../support/libreoffice'
import { comparison } from '../support/native-tables'
import { everything, question } from '../support/same-in-database'
import { coreMatrix, sampleTable, serial } from '../support/tables'

const everywhere = libreOffice ? test : test.skip

const windows = [
  ['2026-01-01', '2026-03-31'],
  ['2026-02-01', '2026-02-28'],
  ['2026-01-10', '2026-02-17'],
  ['2027-01-01', '2027-03-31'],
].map(days => days.map(serial)) as [number, number][]

everywhere(
  'LibreOffice computes the twins of the sample tables to the same',
  async () => {
    const tables: Tables = {
      leads: coreMatrix(sampleTable('leads')),
      deals: coreMatrix(sampleTable('deals')),
      costs: coreMatrix(sampleTable('costs')),
    }
    const { stand, ask, differing, compared, twins } = comparison()
    const places = stand(tables)
    for (const [from, to] of windows) {
      for (const asOf of ['', serial('2026-02-15')]) {
        for (const where of ['', 'owner=ana']) {
          for (const terms of [{}, { 'win_rate.basis': 'value', 'win_rate.variant': 'all_closed' }]) {
            const asked = question(tables, { from, to, asOf, where, definitions: definitions(terms) })
            for (const wanted of everything) ask(asked, wanted, places)
          }
        }
      }
    }
    const wrong = await differing()
    expect(wrong).toEqual([])
    expect(compared.length).toBeGreaterThan(900)
    expect(twins.size).toBeGreaterThan(30)
  },
  300_000,
)
