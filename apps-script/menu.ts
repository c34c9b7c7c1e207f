/** Runs when the file is opened, before anybody has authorised anything: it may only add the menu. */
export function showMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu('Plumbline')
    .addItem('Open sidebar', 'plumblineOpenSidebar')
    .addSeparator()
    .addItem('About and help', 'plumblineShowHelp')
    .addToUi()
}

export function showSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Plumbline')
  SpreadsheetApp.getUi().showSidebar(page)
}

export function showHelp(): void {
  const ui = SpreadsheetApp.getUi()
  ui.alert(
    'Plumbline',
    [
      'Sales and marketing metrics that mean one thing.',
      'Type a formula such as =ROI(5000, 1000), or find one in the sidebar: Plumbline → Open sidebar.',
      'A number that cannot be computed shows an error; point at the cell to read why.',
      'Everything is computed in this spreadsheet. Plumbline sends nothing anywhere and reads no other file.',
    ].join('\n\n'),
    ui.ButtonSet.OK,
  )
}
