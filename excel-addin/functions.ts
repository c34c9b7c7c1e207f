import { functions } from '../shared/functions'
import { excelFunction } from './cells'

for (const declared of functions) CustomFunctions.associate(declared.name, excelFunction(declared))
