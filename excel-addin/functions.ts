import { formulas } from '../shared/formulas'
import { excelFunction } from './cells'

for (const formula of formulas) CustomFunctions.associate(formula.name, excelFunction(formula))
