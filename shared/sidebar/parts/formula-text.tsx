import { Fragment } from 'preact'

/** A formula that breaks between its arguments, where a line is too short for it, and copies as it is. */
export function FormulaText({ formula }: { formula: string }) {
  const parts = formula.match(/[^,;(]*[,;(]|[^,;(]+$/g) ?? []
  return (
    <>
      {parts.map((part, place) => (
        <Fragment key={place}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  )
}
