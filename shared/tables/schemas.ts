import { costs } from './costs'
import { deals } from './deals'
import { leads } from './leads'
import type { Schema, TableName } from './schema'

export const schemas: Readonly<Record<TableName, Schema>> = { leads, deals, costs }
