/** What the generated top-level functions of the add-on call; the bundle holds it all in one variable. */
export { call } from './call'
export { insertFormula } from './insert'
export { showHelp, showMenu, showSidebar } from './menu'
export { arrives, returns } from './probes'
export { ask } from './workbook/ask'
export { sheetsHost } from './workbook/host'
