import { Model } from '@odoo/o-spreadsheet'
import { showSpreadsheet } from './spreadsheet'
import { registerFunctions } from './register-functions'

registerFunctions()
await showSpreadsheet(new Model())
