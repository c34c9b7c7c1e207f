/**
 * o-spreadsheet folds the help on a formula's arguments away. People come here to learn formulas, so it is unfolded
 * whenever it appears, until somebody folds it.
 */
export function unfoldFormulaHelp(place: HTMLElement): void {
  const observer = new MutationObserver(() =>
    place.querySelector<HTMLElement>('.o-formula-assistant .collapsor.collapsed')?.click(),
  )
  observer.observe(place, { childList: true, subtree: true })
  place.addEventListener(
    'click',
    event => {
      const isFold = (event.target as Element).closest('.o-formula-assistant .collapsor') !== null
      if (isFold && event.isTrusted) observer.disconnect()
    },
    { capture: true },
  )
}
