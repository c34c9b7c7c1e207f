/**
 * Completes `package-lock.json`: a registry mirror may lack the packages that some dependencies bring for other
 * platforms, and npm then leaves them out of the lockfile, which `npm ci` refuses, here and on those platforms.
 * Run it after every change of the dependencies. With `--check` it only says what is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))

/** Where a package finds another: in its own `node_modules`, else in that of the package that it lies in. */
function placeOf(from, name) {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (lock.packages[place]) return place
  if (from === '') return undefined
  return placeOf(from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0)), name)
}

const systems = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony']
const processors = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
  arm: 'arm',
}

/** The platform that a package is named after, as its own package.json would state it. */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const libc = name.includes('musl')
    ? ['musl']
    : name.includes('gnu') && words.includes('linux')
      ? ['glibc']
      : undefined
  const cpu = Object.entries(processors).find(([word]) => words.includes(word))?.[1]
  const os = systems.find(system => words.includes(system))
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && { libc }) }
}

const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies).flatMap(([name, version]) => {
    const place = placeOf(from, name)
    const fits = place && (lock.packages[place].version === version || !/^\d/.test(version))
    return fits
      ? []
      : [{ place: `${place ? from : ''}${place ? '/' : ''}node_modules/${name}`, name, version, dev }]
  }),
)

for (const { name, version } of missing) console.log(`${name}@${version} is missing in ${file}`)
if (process.argv.includes('--check')) process.exit(missing.length === 0 ? 0 : 1)

for (const { place, name, version, dev } of missing) {
  lock.packages[place] = { version, ...(dev && { dev }), optional: true, ...platformOf(name) }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
