/** The script of the sidebar's frame: the catalogue, over the workbook of the page that holds the frame. */
import { mountSidebar } from '../shared/sidebar/mount'
import type { Workbook } from '../shared/sidebar/workbook'

declare global {
  interface Window {
    /** Set by the page before it adds the frame. */
    plumblineWorkbook?: Workbook
  }
}

const element = document.getElementById('sidebar')
const workbook = window.parent.plumblineWorkbook
if (element && workbook) mountSidebar(element, workbook)
