/** The path of a Chromium that can be driven, or undefined where there is none. */
export function findBrowser(): Promise<string | undefined>
