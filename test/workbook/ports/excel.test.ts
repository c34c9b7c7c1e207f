import { hostContract } from './contract'
import { openExcel } from './excel-port'

describe('Excel', () => hostContract(openExcel))
