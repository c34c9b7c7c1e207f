import { hostContract } from './ports/contract'
import { openFake } from './ports/fake-port'
import { openSheets } from './ports/sheets-port'

describe('a workbook in memory', () => hostContract(openFake))
describe('Google Sheets', () => hostContract(openSheets))
