import { hostContract } from './contract'
import { openPlayground } from './playground-port'

beforeAll(() => {
  jest.spyOn(console, 'debug').mockImplementation(() => {})
})

// It takes no apostrophe in a sheet's name.
describe('the playground', () => hostContract(openPlayground, 'It is "Q1" = A1!', 'R1C1 ‘plan’ = 5'))
