import { stageClasses } from '../../definitions/stages'
import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import { historiesOf } from './histories'
import type { DerivedColumn } from './index'
import { passedStages } from './passed-stages'
import { wordsOf } from './words'

export const stageHistoryColumns: Readonly<Record<string, DerivedColumn>> = {
  ...passedStages,
  begins_stay: {
    about: 'Whether the deal came into an open stage here; other changes while in it begin no stay',
    reads: ['deal_id', 'entered_at', 'stage', 'stage.map'],
    read: beginsStay,
  },
  left_at: {
    about: 'When the deal came into another stage; while it has not, as_of',
    reads: ['deal_id', 'entered_at', 'stage', 'as_of'],
    read: leftAt,
  },
}

function beginsStay(rows: Rows): Reader {
  const [id, stage] = [rows.read('deal_id'), rows.read('stage')]
  const [word, classes, histories] = [wordsOf(stage), stageClasses(rows.context.terms), historiesOf(rows)]
  return row => {
    const own = classes[word(row)]
    if (own === undefined) {
      const remedy = 'add it to stage.map, or rename it'
      throw cellError(
        '#VALUE!',
        `${rows.label(row)}: nobody has said what the stage “${stage(row)}” means: ${remedy}`,
      )
    }
    const history = histories().get(id(row)) ?? []
    const before = history[history.indexOf(row) - 1]
    return own === 'open' && (before === undefined || word(before) !== word(row))
  }
}

function leftAt(rows: Rows): Reader {
  const [id, enteredAt, today] = ['deal_id', 'entered_at', 'as_of'].map(rows.read) as [Reader, Reader, Reader]
  const [word, histories] = [wordsOf(rows.read('stage')), historiesOf(rows)]
  return row => {
    const history = histories().get(id(row)) ?? []
    const next = history.slice(history.indexOf(row)).find(other => word(other) !== word(row))
    return next === undefined ? today(row) : enteredAt(next)
  }
}
