import { worded as termWord } from '../../shared/definitions/worded'
import { hasControls } from '../../shared/letters'
import { worded } from '../../shared/tables/derived/words'

test.each([
  ['Proposal/Price Quote', 'proposal_price_quote'],
  ['  Closed – Won! ', 'closed_won'],
  ['Zusage e\u0301', 'zusage_\u00e9'],
  ['第2段階', '第2段階'],
  ['—', ''],
  ['', ''],
])('%j is the word %j, in a cell as in a definition', (text, word) => {
  expect(worded(text)).toBe(word)
  expect(termWord(text)).toBe(word)
})

test.each([
  ['plain', false],
  ['é – “quoted” 😀', false],
  ['a\u00a0b', false],
  ['two\nlines', true],
  ['\u007f', true],
  ['\u009f', true],
  ['\u0000', true],
])('%j has control characters: %s', (text, has) => {
  expect(hasControls(text)).toBe(has)
})
