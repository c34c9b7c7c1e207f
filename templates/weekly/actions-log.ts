import { notes } from '../kit/notes'
import type { PlanPage } from '../kit/template'
import { heading } from '../kit/text'

export const actionsLog: PlanPage = {
  sheet: 'Actions log',
  shows: 'What was decided, week after week',
  widths: [2, 14, 50, 18, 14, 14],
  parts: [
    heading('Actions log', 'One line for each thing that was decided; nothing is deleted.'),
    notes(['Week', 'What', 'Owner', 'Due', 'Done?'], 24, { 4: ['open', 'done', 'dropped'] }),
  ],
  print: { landscape: false, headerRows: 5 },
  frozen: { rows: 5, columns: 0 },
}
