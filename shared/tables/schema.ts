export type TableName = 'leads' | 'deals' | 'costs'
