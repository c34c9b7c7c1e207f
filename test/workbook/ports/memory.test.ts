import { hostContract } from './contract'
import { openFake } from './fake-port'

describe('a workbook in memory', () => hostContract(openFake))
