import { formulas } from '../shared/formulas'
import { answer } from '../shared/workbook/answer'
import { excelFunction } from './cells'
import { arrives, returns } from './probes'

for (const formula of formulas) CustomFunctions.associate(formula.name, excelFunction(formula))
CustomFunctions.associate('PLUMBLINE_ARRIVES', arrives)
CustomFunctions.associate('PLUMBLINE_RETURNS', returns)

// The pane lives in the same runtime and asks the core that is loaded already.
Object.assign(globalThis, { plumblineAnswer: answer })
