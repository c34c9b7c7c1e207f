/// <reference types="office-js" />
import { mountSidebar } from '../shared/sidebar/mount'
import { templates } from '../templates/bundled'
import { excelWorkbook } from './workbook'

const sidebar = document.getElementById('sidebar') as HTMLElement

Office.onReady(({ host }) => {
  sidebar.textContent = ''
  if (host === Office.HostType.Excel) mountSidebar(sidebar, excelWorkbook(templates))
  else
    sidebar.textContent = 'This pane works inside Excel: open it with the Plumbline button on the Home tab.'
})
