/** One line of DATA_CHECK. Rows are those of the range, its header row being 1. */
export interface Problem {
  readonly row: number
  readonly column: string
  readonly problem: string
  readonly remedy: string
}

/** More of one kind than this are counted, not listed: nobody mends them one by one. */
const mostAlike = 100

/** Problems of one kind, of which the first are kept and the others counted. */
export function alike(): { add: (problem: Problem) => void; found: () => readonly Problem[] } {
  const kept: Problem[] = []
  let [first, more]: [Problem | undefined, number] = [undefined, 0]
  return {
    add: problem => {
      if (kept.length < mostAlike) kept.push(problem)
      else {
        first ??= problem
        more++
      }
    },
    found: () => (first ? [...kept, { ...first, problem: summary(first, more) }] : kept),
  }
}

function summary({ problem }: Problem, count: number): string {
  return count === 1 ? problem : `${problem}; the same in ${count - 1} further rows`
}
