/** Bytes of a file to text, or a sentence that says why they are not text. */
export type Decoded = { readonly text: string; readonly encoding: string } | { readonly refused: string }

const signatures: readonly { readonly bytes: readonly number[]; readonly kind: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'a zip archive or an Office file' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old or password-protected Office file' },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: 'a PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'a picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: 'a picture' },
  { bytes: [0x1f, 0x8b], kind: 'a compressed file' },
]

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { refused: 'The file is empty: it holds 0 bytes.' }
  const signature = signatures.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte))
  if (signature) return { refused: `This is ${signature.kind}, not a CSV file.` }
  const wanted = encodingOf(bytes)
  const fitting = decodeAs(wanted, bytes)
  const encoding = fitting === undefined ? 'windows-1252' : wanted
  const text = fitting ?? decodeAs(encoding, bytes) ?? ''
  // A NUL or another control character is what a binary file has and no table ever needs.
  if (/(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}/u.test(text))
    return { refused: 'This is a binary file, not a CSV file: it holds characters that no table has.' }
  return { text, encoding }
}

/** Excel's "Unicode text" is UTF-16; some tools write it without its mark, seen by a zero in every other byte. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 1000)
  const zeros = [0, 1].map(parity => start.filter((byte, index) => index % 2 === parity && byte === 0).length)
  const enough = start.length / 4
  if ((zeros[1] ?? 0) > enough && zeros[0] === 0) return 'utf-16le'
  if ((zeros[0] ?? 0) > enough && zeros[1] === 0) return 'utf-16be'
  return 'utf-8'
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes)
  } catch {
    return undefined
  }
}
