import { templatesWith } from './index'

/** The bundler puts in every file that the pattern fits, as its text. */
declare const require: (file: string) => string

/** The templates with their samples, for hosts that come as a bundle. */
export const templates = templatesWith(file => require(`./sample/${file}.csv`))
