import { hostContract } from './contract'
import { openSheets } from './sheets-port'

describe('Google Sheets', () => hostContract(openSheets))
