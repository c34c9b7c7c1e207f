import { formulaForSheet, formulaFromSheet, localeOf } from '../../apps-script/workbook/locale'
import { appsScript } from '../../build/apps-script'
import { type Area, parseAddress } from '../../shared/workbook/area'
import type { Content, Edit, Host } from '../../shared/workbook/steps'
import { type FakeCell, type FakeSheets, fakeSheets, sheetsServices } from './fake-sheets'
import { instantOf, loadScript } from './load'

const at = (address: string) => parseAddress(address, 'Leads') as Area
const writing = (address: string, ...row: Content[]): Edit => ({
  do: 'write',
  area: at(address),
  cells: [row],
})

let script: string
beforeAll(async () => {
  script = await appsScript()
})

function open(change: (services: Record<string, never>) => void = () => {}) {
  const book = fakeSheets(['Leads', 'Notes'])
  const services = sheetsServices(() => ({ book, editor: book }))
  change(services as Record<string, never>)
  const { context } = loadScript(script, services)
  const host = (context.Plumbline as { sheetsHost(): Host }).sheetsHost()
  return { book, host, cell: (place: string) => cellAt(book, place) }
}

function cellAt(book: FakeSheets, place: string): FakeCell {
  const { sheet, top, left } = at(place)
  const cell = book.sheets.find(({ name }) => name === sheet)?.cells.get(`${top + 1} ${left + 1}`)
  if (cell === undefined) throw new Error(`${place} was never touched`)
  return cell
}

describe('texts', () => {
  test.each([true, false])(
    'with an apostrophe stay whole, whether or not a cell of plain text takes it for a sign (%p)',
    eats => {
      const { book, host, cell } = open()
      book.eatsApostrophes = eats
      host.apply([writing('A1:C1', "'=1+1", "''", 'plain')])
      expect([cell('A1').value, cell('B1').value, cell('C1').value]).toEqual(["'=1+1", "''", 'plain'])
    },
  )

  test('one that came to life all the same is emptied at once, and the change refused', () => {
    const { book, host, cell } = open()
    book.beforeWrite = sheet => {
      // As if somebody chose another format at the same moment.
      for (const each of sheet.cells.values()) each.format = 'General'
    }
    expect(() => host.apply([writing('A1:B1', '=IMPORTXML("https://x.invalid","//a")', 'b')])).toThrow(
      'Leads!A1',
    )
    expect(cell('A1')).toMatchObject({ value: '', formula: '' })
  })

  test('leave no cell of plain text behind where one is emptied', () => {
    const { host, cell } = open()
    host.apply([writing('A1', '=1+1')])
    expect(cell('A1').format).toBe('@')
    host.apply([writing('A1', null)])
    expect(cell('A1').format).toBe('General')
  })

  test('beside them, formats of numbers and dates stay', () => {
    const { book, host, cell } = open()
    book.sheets[0]?.cells.set('1 2', { value: 46_204, formula: '', format: 'yyyy-mm-dd' })
    host.apply([writing('A1:B1', 'text', 46_205)])
    expect(cell('B1')).toMatchObject({ value: 46_205, format: 'yyyy-mm-dd' })
  })
})

test.each(['Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia'])(
  'days come as serials on the clock of %s, those on which it changes too',
  timeZone => {
    const { book, host, cell } = open()
    book.timeZone = timeZone
    const days = [45_745, 45_746, 45_747, 45_958, 45_959, 2, 60, 61]
    host.apply([writing('A1:H1', ...days), { do: 'look', area: at('A1:H1'), look: { format: 'date' } }])
    expect(cell('A1').format).toBe('yyyy-mm-dd')
    const [block] = host.read([at('A1:H1')]) as unknown as { values: unknown[][] }[]
    expect(Array.from(block?.values[0] ?? [])).toEqual(days)
  },
)

test('the clock is that of the spreadsheet', () => {
  const { book, host } = open()
  book.timeZone = 'Pacific/Apia'
  const { now } = host.overview() as { now: number }
  const midnight = instantOf('2026-01-01', 'Pacific/Apia')
  expect(Math.abs(now - (46_023 + (Date.now() - midnight) / 86_400_000))).toBeLessThan(0.01)
})

test('a sheet grows where what is written does not fit, and the sheet that is shown stays', () => {
  const { book, host } = open()
  host.apply([{ do: 'add sheet', sheet: 'Definitions', after: 'Leads' }, writing('J40', 'far')])
  expect(book.sheets.map(({ name }) => name)).toEqual(['Leads', 'Definitions', 'Notes'])
  expect(book.sheets[0]).toMatchObject({ rows: 40, columns: 10 })
  expect(book.active).toBe('Leads')
})

test('a sheet with a chart on it is not removed, a hidden one not selected', () => {
  const { book, host } = open()
  book.sheets[1]?.dress.charts.push({} as never)
  Object.assign(book.sheets[1] as object, { hidden: true })
  expect(() => host.apply([{ do: 'remove sheet', sheet: 'Notes' }])).toThrow('chart or a drawing')
  expect(() => host.select(at('Notes!A1'))).toThrow('is hidden')
  expect(() => host.select(at('A99'))).toThrow('no such cell')
  expect(book.sheets).toHaveLength(2)
})

test('what Google says against a change is passed on in a sentence', () => {
  const { book, host } = open()
  Object.assign(book.sheets[0] as object, { guarded: true })
  expect(() => host.apply([writing('A1', 'x')])).toThrow(
    'Google Sheets refused a change: You are trying to edit a protected cell or object.',
  )
})

test('nothing is saved where there is no lock', () => {
  const { host } = open(services => {
    Object.assign(services, { LockService: { getDocumentLock: () => null } })
  })
  expect(() => host.lock()).toThrow('no lock here')
})

test('a name whose cells are gone points nowhere, and a chart’s own sheet is none of ours', () => {
  const { book, host } = open()
  book.names.push({ name: 'Old', range: null })
  expect((host.overview() as { names: object }).names).toEqual({ OLD: undefined })
  expect(host.selected()).toBeUndefined()
})

describe('locales', () => {
  const known = `en_US en_GB en_AU en_CA en_IE de_DE de_CH fr_FR fr_CA es_ES es_MX es_AR pt_BR pt_PT it_IT nl_NL
    pl_PL cs_CZ sk_SK sl_SI hr_HR sr_RS hu_HU ro_RO bg_BG ru_RU uk_UA el_GR tr_TR sv_SE no_NO da_DK fi_FI lt_LT
    lv_LV ja_JP ko_KR zh_CN zh_TW zh_HK th_TH hi_IN bn_IN ta_IN te_IN iw_IL ar_EG in_ID fil_PH mn_MN my_MM cy_GB`

  test.each(known.split(/\s+/))('%s writes numbers as its people do', name => {
    const { language, decimal, separator } = localeOf(name)
    expect(decimal).toBe(new Intl.NumberFormat(`${language}-u-nu-latn`).format(1.5).charAt(1))
    expect(separator).toBe(decimal === ',' ? ';' : ',')
  })

  const german = localeOf('de_DE')

  test.each([
    ['=ROI(A1,1.5)', '=ROI(A1;1,5)'],
    ['=A1*1.5', '=A1*1,5'],
    ['="a;b, 1.5"&A1', '="a;b, 1.5"&A1'],
    ["='1,5; x'!A1", "='1,5; x'!A1"],
    ['={1,2;3,4}', '={1\\2;3\\4}'],
  ])('%s is %s in German, and back', (stored, typed) => {
    expect(formulaForSheet(stored, german)).toBe(typed)
    expect(formulaFromSheet(typed, german)).toBe(stored)
  })

  test.each(['=SUM(A1,B1)', '=ROI(5000, 1000)', '=A1*1.5', '=SUM(A1:A9)'])(
    '%s is read as it stands where Google hands it over in English',
    formula => {
      expect(formulaFromSheet(formula, german)).toBe(formula)
    },
  )
})
