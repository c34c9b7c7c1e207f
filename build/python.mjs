/**
 * Puts the Python packages that some tests call into an environment of their own, beside the installed packages of
 * Node: `node build/python.mjs`, or `node build/python.mjs sqlglot` for the small one alone.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = { sqlglot: 'sqlglot==30.30.0', pyspark: 'pyspark==4.0.4' }

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const place = join(root, 'node_modules', '.cache', 'plumbline', 'python')
const asked = process.argv.slice(2)
const wanted = Object.keys(packages).filter(name => asked.length === 0 || asked.includes(name))

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(
      `${command} did not finish${error ? `: ${error.message}` : ''}. Python 3.9 or newer is needed.`,
    )
    process.exit(1)
  }
}

const python = join(place, 'bin', 'python')
if (!existsSync(python)) run('python3', '-m', 'venv', place)
run(
  python,
  '-m',
  'pip',
  'install',
  '--quiet',
  '--disable-pip-version-check',
  ...wanted.map(name => packages[name]),
)
