let others: RegExp | undefined

/** The letters and digits of a text, of any script, with `joint` for whatever stands between or around them. */
export function lettersAndDigits(text: string, joint: string): string {
  // Made when it is first needed: an engine that reads such a pattern works out the letters of all scripts.
  others ??= /[^\p{L}\p{N}]+/gu
  return text.replace(others, joint)
}

/** Whether a text has control characters in it, such as line breaks. */
export function hasControls(text: string): boolean {
  return Array.from(text).some(letter => letter < ' ' || (letter >= '\u007f' && letter < '\u00a0'))
}
