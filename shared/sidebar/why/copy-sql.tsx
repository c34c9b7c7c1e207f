import { useEffect, useRef, useState } from 'preact/hooks'
import type { Area } from '../../workbook/area'
import type { Ask, Level } from '../../workbook/questions'
import { messages } from '../messages'
import { useAct } from '../parts/asking'
import type { Format } from '../parts/format'
import { Progress, Trouble } from '../parts/progress'
import { SqlForm, type SqlWriter } from './sql-form'

const text = messages.copySql

interface CopySqlProps {
  readonly ask: Ask
  readonly cell: Area
  /** Which level of what was told of the cell. */
  readonly place: number
  readonly level: Level
  readonly format: Format
}

/** The way of a number into a database. What writes SQL is loaded only when somebody wants it. */
export function CopySql({ ask, cell, place, level, format }: CopySqlProps) {
  const asking = useAct(ask, 'tablesAsked')
  const [isOpen, setOpen] = useState(false)
  const [writer, setWriter] = useState<SqlWriter | 'not loaded'>()
  // The cell was explained anew: what was asked of it before is not what stands in it now.
  useEffect(() => {
    setOpen(false)
    asking.forget()
  }, [level])

  function open() {
    setOpen(!isOpen)
    if (!isOpen) read()
  }

  function read() {
    void asking.act({ cell, level: place })
    if (writer === undefined || writer === 'not loaded') {
      setWriter(undefined)
      import('../../renderings/sql-tables/asked-of-tables').then(setLoaded, () => setWriter('not loaded'))
    }
  }

  const setLoaded = (loaded: SqlWriter) => setWriter(() => loaded)
  const isLoaded = writer !== undefined && writer !== 'not loaded'
  const box = useRef<HTMLDivElement>(null)
  // The button stands where an explanation ends: what it opens would be out of sight.
  useEffect(() => {
    if (isOpen) box.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, isLoaded, asking.answer])
  return (
    <div class="copy-sql" ref={box}>
      <button class="second" type="button" aria-expanded={isOpen} onClick={open}>
        {text.title}
      </button>
      {isOpen && (
        <div class="box">
          <p class="quiet">{text.about}</p>
          <Progress what={text.reading} waiting={asking.waiting || writer === undefined} onAgain={read} />
          <Trouble trouble={asking.trouble} onAgain={read} />
          {writer === 'not loaded' && (
            <Trouble trouble={{ error: '#N/A', reason: text.notLoaded }} onAgain={read} />
          )}
          {isLoaded && asking.answer && !asking.waiting && (
            <SqlForm asked={asking.answer} writer={writer} format={format} />
          )}
        </div>
      )}
    </div>
  )
}
