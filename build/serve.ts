/** `npm start`: builds the playground, serves it to this machine and opens it. `--no-open` leaves the browser alone. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openAddress } from './open-address'
import { buildPlayground } from './playground'
import { serveFolder } from './static-server'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'playground')
const usualPort = 5173

await buildPlayground(folder)
const { port } = await serveFolder(folder, usualPort)
const address = `http://127.0.0.1:${port}/`
console.log(`The playground is open at ${address} (Ctrl+C stops it).`)
if (!process.env.CI && !process.argv.includes('--no-open')) openAddress(address)
