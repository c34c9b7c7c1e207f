import type { Editor as EditorOf } from '../../../workbook/questions'
import type { Format } from '../../parts/format'
import { EnumEditor, FlagEditor } from './choices'
import { DatesEditor } from './dates'
import { RecordEditor } from './record'
import { RuleEditor } from './rule'
import { SetEditor } from './set'
import { FormulaEditor, NumberEditor, TextEditor, TimeEditor } from './single'
import { TableEditor } from './table'

/** What every editor is given: a value as it stands in a cell, and where to put the next one. */
export interface Editing<Kind extends EditorOf = EditorOf> {
  readonly editor: Kind
  readonly value: string
  /** With `fault`, the value is not fit to be approved, for this reason. */
  readonly onValue: (value: string, fault?: string) => void
  readonly format: Format
  /** What is wrong with it, as the core says it. */
  readonly fault: string | undefined
  /** Whether somebody wanted to go on: what was not filled in yet is a fault from then on. */
  readonly isTried: boolean
}

export type EditorOfType<Type extends EditorOf['type']> = Extract<EditorOf, { type: Type }>

/** The form that fits the type of a term. */
export function Editor({ editor, ...rest }: Editing) {
  switch (editor.type) {
    case 'set':
      return <SetEditor editor={editor} {...rest} />
    case 'enum':
      return <EnumEditor editor={editor} {...rest} />
    case 'number':
      return <NumberEditor editor={editor} {...rest} />
    case 'flag':
      return <FlagEditor editor={editor} {...rest} />
    case 'text':
      return <TextEditor editor={editor} {...rest} />
    case 'time':
      return <TimeEditor editor={editor} {...rest} />
    case 'dates':
      return <DatesEditor editor={editor} {...rest} />
    case 'table':
      return <TableEditor editor={editor} {...rest} />
    case 'record':
      return <RecordEditor editor={editor} {...rest} />
    case 'rule':
      return <RuleEditor editor={editor} {...rest} />
    case 'formula':
      return <FormulaEditor editor={editor} {...rest} />
  }
}
