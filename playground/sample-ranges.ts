/** Where the tables of the sample stand, by their names; filled when the sample is made. */
export const sampleRanges: Record<string, string> = {}
