/** `npm run excel:start`: builds the Excel add-in and serves it, to this machine only, where its manifest says. */
import { createServer } from 'node:https'
import { developmentUrl } from '../excel-addin/manifest-source'
import { buildExcelAddin } from './excel-addin'
import { filesOf, localCertificate } from './excel-server'

const folder = 'dist/excel-addin'
const { port } = new URL(developmentUrl)

const certificate = localCertificate()
if (certificate === undefined) {
  console.error(`Excel loads add-ins over https only, and this machine has no valid certificate for ${developmentUrl}.
Make one and let this machine trust it (once a year):  npm run excel:certificate`)
  process.exit(1)
}

await buildExcelAddin(folder, developmentUrl)
createServer(certificate, filesOf(folder))
  .once('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    console.error(taken ? `Port ${port} is taken: close the program that uses it.` : error.message)
    process.exit(1)
  })
  .listen(Number(port), '127.0.0.1', () => {
    console.log(`The add-in is served at ${developmentUrl} (Ctrl+C stops it).
Add ${folder}/manifest.xml to Excel: docs/guides/excel.md shows how.`)
  })
