import { registerFunctions } from '../../playground/register-functions'
import { templateWorkbook } from '../../playground/template-workbook'
import { wallClock } from '../../shared/workbook/wall-clock'
import { templateNamed } from '../templates/made'

beforeAll(() => {
  jest.spyOn(console, 'debug').mockImplementation(() => {})
  registerFunctions()
})

test('a template without a sample is as known today', () => {
  const today = (): string => String(Math.floor(wallClock(new Date())))
  const before = today()
  const { sheets, namedRanges } = templateWorkbook(templateNamed('set-up'))
  const [, cell = ''] = String(namedRanges.AS_OF).split('!')
  // Midnight may pass meanwhile.
  expect([before, today()]).toContain(sheets[0]?.cells[cell])
})
