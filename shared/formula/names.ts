import type { FunctionName } from './tree'

type LowerLetter =
  | ('a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm')
  | ('n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z')
type NameCharacter =
  | LowerLetter
  | Uppercase<LowerLetter>
  | `${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | '_'
  | '.'

/** The words of a formula, read by the compiler: everything but operators and texts in quotes. */
type Words<
  Source extends string,
  Word extends string = '',
  Found = never,
> = Source extends `${infer Character}${infer Rest}`
  ? Character extends NameCharacter
    ? Words<Rest, `${Word}${Character}`, Found>
    : Character extends '"'
      ? Rest extends `${string}"${infer After}`
        ? Words<After, '', Found | Word>
        : Found
      : Words<Rest, '', Found | Word>
  : Found | Word

type Known = '' | `${number}` | FunctionName | 'and' | 'or' | 'not' | 'in'

/**
 * The formula itself where it speaks of known names only; else a type that says which name is unknown. A formula put
 * together with `+` is any string to the compiler, and refused: it would go unread.
 */
export type Checked<Source extends string, Name extends string> = string extends Source
  ? { readonly 'not in one piece': Source }
  : Source extends unknown
    ? [Exclude<Words<Source>, Known | Name>] extends [never]
      ? Source
      : { readonly 'unknown name': Exclude<Words<Source>, Known | Name> }
    : never
