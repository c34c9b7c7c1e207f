/** What the generated top-level functions of the add-on call; the bundle holds it all in one variable. */
export { call } from './call'
export { insertFormula } from './insert'
export { showHelp, showMenu, showSidebar } from './menu'
export { ask } from './workbook/ask'
export { sheetsHost } from './workbook/host'
