import Papa from 'papaparse'

/** How far a reading has come, from 0 to 1; it stops by the signal. */
export interface Watch {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number) => void) | undefined
}

const delimiters = [',', ';', '\t', '|']
const chunkLength = 2_000_000

/**
 * Text to rows of fields. Chunk by chunk, with a pause between them in which the page can draw and the user cancel.
 * Lines without anything are left out.
 */
export function parseRows(text: string, delimiter: string, watch: Watch = {}): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = []
    // Papaparse takes these options for strings too, though its types name them for files only.
    const config: Papa.ParseLocalConfig<string[]> = {
      delimiter,
      skipEmptyLines: true,
      chunkSize: chunkLength,
      chunk: ({ data, meta }, parser) => {
        for (const row of data) rows.push(row)
        if (watch.signal?.aborted) return parser.abort()
        watch.onProgress?.(meta.cursor / text.length)
        if (meta.cursor >= text.length) return
        parser.pause()
        setTimeout(() => parser.resume())
      },
      complete: () => (watch.signal?.aborted ? reject(watch.signal.reason) : resolve(rows)),
    }
    Papa.parse(text, config as Papa.ParseConfig<string[]>)
  })
}

/**
 * The delimiter under which the first rows agree best with the width of the first one.
 * Excel's own hint, a first line `sep=;`, wins.
 */
export function splitHint(text: string): { delimiter: string; body: string } {
  const hint = /^sep=(.)\r?\n/.exec(text)
  if (hint?.[1]) return { delimiter: hint[1], body: text.slice(hint[0].length) }
  return { delimiter: guessDelimiter(text), body: text }
}

function guessDelimiter(text: string): string {
  const scored = delimiters.map(delimiter => {
    const { data } = Papa.parse<string[]>(text.slice(0, 100_000), {
      delimiter,
      preview: 100,
      skipEmptyLines: true,
    })
    const width = data[0]?.length ?? 0
    const agreeing = data.filter(row => row.length === width).length / data.length
    return { delimiter, width, agreeing }
  })
  const several = scored.filter(({ width }) => width > 1)
  several.sort((a, b) => b.agreeing - a.agreeing || b.width - a.width)
  return several[0]?.delimiter ?? ','
}
