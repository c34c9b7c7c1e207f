import { stageClasses } from '../../../definitions/stages'
import { worded } from '../../../tables/derived/words'
import { placeOf } from '../columns'
import { noTwin, type Source } from '../source'
import { among } from '../words'
import { both, type Condition, either, factor, never, not, type Words } from '../written'

/** A condition on the stage by what it is as a word. */
export function ofStage(source: Source, holds: (word: string) => boolean): Condition {
  const words = Object.keys(stageClasses(source.state.context.terms))
  return among(source, stagePlace(source), words, rows => {
    const stage = rows.read('stage')
    return row => holds(worded(stage(row)))
  })
}

function stagePlace(source: Source): number {
  const place = placeOf('stage', source)
  if (place === undefined) throw noTwin('deals has no column stage')
  return place
}

/** The CRM's own flags go before the stage's name; a reason may say of what is lost that nobody decided. */
export function stageClass(source: Source): Words {
  const classes = stageClasses(source.state.context.terms)
  const isFlagged = source.rows.has('is_won')
  const flag = (column: string, value: boolean): Condition => {
    const place = isFlagged ? placeOf(column, source) : undefined
    if (place === undefined) return never
    return among(source, place, [], rows => {
      const said = rows.read(column)
      return row => said(row) === value
    })
  }
  const [isWon, isOpen, isClosed] = [flag('is_won', true), flag('is_closed', false), flag('is_closed', true)]
  return {
    kind: 'words',
    present: '1',
    among: holds => {
      const [isLost, isUndecided] = [holds('lost'), holds('no_decision')]
      const differs = isLost !== isUndecided
      const named = ofStage(source, word => {
        const own = classes[word]
        return own !== undefined && holds(own) && !(differs && own === 'lost')
      })
      const lost = (): Condition =>
        both(
          ofStage(source, word => classes[word] === 'lost'),
          isLost ? not(undecided(source)) : undecided(source),
        )
      const byName = differs ? either(named, lost()) : named
      if (!isFlagged) return factor(byName)
      const unnamed = isLost
        ? both(
            isClosed,
            ofStage(source, word => classes[word] === undefined),
          )
        : never
      const sides = [both(both(not(isWon), not(isOpen)), either(byName, unnamed))]
      if (holds('open')) sides.push(both(not(isWon), isOpen))
      if (holds('won')) sides.push(isWon)
      return factor(either(...sides))
    },
  }
}

function undecided(source: Source): Condition {
  const place = placeOf('reason', source)
  if (place === undefined) return never
  return among(source, place, ['no_decision'], rows => {
    const reason = rows.read('reason')
    return row => worded(reason(row)) === 'no_decision'
  })
}
