/** The few services of Google that menu, sidebar and insertion use, over one small sheet. */
interface FakeCell {
  formula?: string
  value?: unknown
  shown?: string
  format?: string
  /** What Google says when the cell may not be changed. */
  protectedBy?: string
  /** Stands for Google rewriting what is set. */
  becomes?: string
}

interface Fake {
  readonly sheet?: string
  /** As Google calls it; what people type and read goes by it. */
  readonly locale?: string
  readonly cell?: FakeCell | null
}

export function fakeSpreadsheet({ sheet = 'Metrics', locale = 'en_GB', cell = {} }: Fake) {
  const done: string[] = []
  const range = cell && {
    getSheet: () => ({ getName: () => sheet }),
    getA1Notation: () => 'B2',
    getFormula: () => cell.formula ?? '',
    getValue: () => cell.value ?? '',
    getDisplayValue: () => cell.shown ?? String(cell.value ?? ''),
    getNumberFormat: () => cell.format ?? 'General',
    setFormula(formula: string) {
      if (cell.protectedBy !== undefined) throw new Error(cell.protectedBy)
      done.push(`set ${formula}`)
      cell.formula = cell.becomes ?? formula
    },
  }
  const menu = (name: string) => ({
    addItem(text: string, called: string) {
      done.push(`${name}: ${text} → ${called}`)
      return this
    },
    addSeparator() {
      return this
    },
    addToUi: () => done.push(`added ${name}`),
  })
  const services = {
    SpreadsheetApp: {
      getActiveSpreadsheet: () => ({ getCurrentCell: () => range, getSpreadsheetLocale: () => locale }),
      flush: () => done.push('flush'),
      getUi: () => ({
        ButtonSet: { OK: 'OK' },
        createMenu: menu,
        alert: (title: string, text: string) => done.push(`alert ${title}: ${text}`),
        showSidebar: (page: { file: string; title: string }) =>
          done.push(`sidebar ${page.file}: ${page.title}`),
      }),
    },
    HtmlService: {
      createHtmlOutputFromFile: (file: string) => ({ setTitle: (title: string) => ({ file, title }) }),
    },
  }
  return { services, done }
}
