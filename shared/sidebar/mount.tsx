/// <reference path="./css.d.ts" />
import { render } from 'preact'
import { type Card, cards } from '../renderings/card'
import { Sidebar } from './sidebar'
import './sidebar.css'
import './parts/parts.css'
import './formulas/formulas.css'
import './definitions/definitions.css'
import './views.css'
import type { Workbook } from './workbook'

/**
 * Shows the sidebar inside `element`, which should fill its own document (a pane or an iframe).
 * The styles come along as an esbuild CSS output beside the script. `shown` replaces the catalogue, for tests.
 */
export function mountSidebar(element: HTMLElement, workbook: Workbook, shown: readonly Card[] = cards): void {
  render(<Sidebar cards={shown} workbook={workbook} />, element)
}
