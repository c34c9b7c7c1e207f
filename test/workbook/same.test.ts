import { holds } from '../../shared/workbook/same'

test.each([
  ["=COUNTA('Leads'!A2:B9)", '=COUNTA(Leads!A2:B9)'],
  ['=ABS(A1)<=0.000000000001', '=ABS(A1)<=1E-12'],
  ['=roi( 5000 , 1000 )', '=ROI(5000,1000)'],
  ['=METRIC_BY(A1)', '=@METRIC_BY(A1)'],
  ['=IF(TRUE,1.50,2)', '=IF(TRUE(),1.5,2)'],
  ["=SUM('My leads'!A1)", "=SUM('My leads'!A1)"],
])('%s is in the cell that shows %s', (formula, shown) => {
  expect(holds({ formula }, shown, 0)).toBe(true)
})

test.each([
  ['=COUNTA(Leads!A2:B9)', '=COUNTA(Leads!A2:B8)'],
  ['="Won"', '="won"'],
  ['="1.50"', '="1.5"'],
  [`="'Leads'!A1"`, '="Leads!A1"'],
  ['="TRUE()"', '="TRUE"'],
  ["='A1'!A1", '=A1'],
])('%s is not in the cell that shows %s', (formula, shown) => {
  expect(holds({ formula }, shown, 0)).toBe(false)
})
