/** The names most like a given one, the nearest first; none where nothing is near. */
export function nearest(wanted: string, names: readonly string[], most = 3): readonly string[] {
  const target = wanted.trim().toUpperCase()
  return names
    .map(name => ({ name, distance: editDistance(target, name.toUpperCase()) }))
    .filter(
      ({ name, distance }) => distance <= Math.max(2, Math.floor(Math.max(target.length, name.length) / 3)),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name)
}

/** Levenshtein's distance; texts are cut at 64 characters, beyond which no name of ours lies. */
export function editDistance(from: string, to: string): number {
  const [left, right] = [from.slice(0, 64), to.slice(0, 64)]
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const current = [i]
    for (let j = 1; j <= right.length; j++) {
      const substituted = (previous[j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1)
      current.push(Math.min(substituted, (previous[j] as number) + 1, (current[j - 1] as number) + 1))
    }
    previous = current
  }
  return previous[right.length] as number
}
