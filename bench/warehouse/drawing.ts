interface Point {
  readonly rows: number
  readonly way: string
  readonly perSecond: number
}

const [width, height, left, bottom, top, right] = [640, 320, 70, 46, 34, 120]
const colours: Readonly<Record<string, string>> = {
  together: '#1a73e8',
  'by hand': '#5f6368',
  'one by one': '#d93025',
}

/** Rows a second over rows, as an SVG: rows by powers of ten, rows a second from 0. */
export function drawing(points: readonly Point[]): string {
  const sizes = [...new Set(points.map(({ rows }) => rows))].sort((a, b) => a - b)
  const most = Math.max(...points.map(({ perSecond }) => perSecond)) * 1.1
  const [first, last] = [Math.log10(sizes[0] ?? 1), Math.log10(sizes[sizes.length - 1] ?? 1)]
  const x = (rows: number): number =>
    Math.round(left + ((Math.log10(rows) - first) / Math.max(last - first, 1)) * (width - left - right))
  const y = (perSecond: number): number =>
    Math.round(height - bottom - (perSecond / most) * (height - bottom - top))
  const lines = [...new Set(points.map(({ way }) => way))].map(way => {
    const own = points.filter(point => point.way === way).sort((a, b) => a.rows - b.rows)
    const path = own.map(({ rows, perSecond }) => `${x(rows)},${y(perSecond)}`)
    const end = own[own.length - 1] as Point
    const dots = path.map(
      place => `<circle cx="${place.split(',')[0]}" cy="${place.split(',')[1]}" r="3.5"/>`,
    )
    return [
      `<g fill="${colours[way]}" stroke="none">${dots.join('')}`,
      `<text x="${x(end.rows) + 10}" y="${y(end.perSecond) + 4}">${way}</text></g>`,
      `<polyline points="${path.join(' ')}" fill="none" stroke="${colours[way]}" stroke-width="2"/>`,
    ].join('')
  })
  const step = 10 ** Math.floor(Math.log10(most)) / 2
  const marks = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step)
  const rules = marks.map(
    mark =>
      `<line x1="${left}" x2="${width - right}" y1="${y(mark)}" y2="${y(mark)}" stroke="#dadce0"/><text x="${left - 8}" y="${y(mark) + 4}" text-anchor="end">${mark / 1e6} m</text>`,
  )
  const labels = sizes.map(
    rows =>
      `<text x="${x(rows)}" y="${height - bottom + 20}" text-anchor="middle">${rows / 1e6} million leads</text>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#3c4043">`,
    `<title>Rows a second of a scorecard of ten metrics over 24 months</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="18">Leads counted by a second of one processor, in millions: ten metrics, 24 months</text>`,
    ...rules,
    ...labels,
    ...lines,
    '</svg>\n',
  ].join('\n')
}
