import { execFile, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresql as dialect } from '../../shared/renderings/sql-tables/dialects/postgresql'
import { type Database, load } from './database'

const [versions, psql] = ['/usr/lib/postgresql', '/usr/bin/psql']
const version = existsSync(versions) && existsSync(psql) ? readdirSync(versions).sort().pop() : undefined

/** Where Debian puts the server; undefined where there is none: tests that need it say by name that they were skipped. */
export const postgresql = version === undefined ? undefined : join(versions, version, 'bin')

/** A server of its own in a new folder, which nobody else can reach; gone when it is closed. */
export async function openPostgresql(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-postgresql-'))
  const user = serverUser()
  if ('uid' in user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const at = { cwd: folder, ...user }
  const initial = ['-D', data, '-U', 'plumbline', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(postgresql as string, 'initdb'), initial, { ...at, stdio: 'ignore' })
  const options = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'jit=off']
  const server = spawn(join(postgresql as string, 'postgres'), options, { ...at, stdio: 'ignore' })
  const query = (sql: string) => rowsOf(sql, folder)
  await untilReady(query)
  const database: Database = {
    dialect,
    query,
    load: tables => load(database, tables),
    close: async () => {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return database
}

/** The server refuses to run as root. */
function serverUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Rows as JSON, in which doubles have all their digits. */
function rowsOf(sql: string, folder: string): Promise<readonly Record<string, unknown>[]> {
  const isRead = /^\s*(with|select)\b/i.test(sql)
  const statement = isRead ? `select row_to_json(answer) from (${sql}) as answer` : sql
  const args = [
    '-h',
    folder,
    '-U',
    'plumbline',
    '-d',
    'postgres',
    '-qAtX',
    '-v',
    'ON_ERROR_STOP=1',
    '-f',
    '-',
  ]
  return new Promise((resolve, reject) => {
    const child = execFile(psql, args, { maxBuffer: 2 ** 28 }, (error, out, told) => {
      if (error) reject(new Error(told.slice(0, 2000) || error.message))
      else
        resolve(
          isRead
            ? out
                .split('\n')
                .filter(Boolean)
                .map(line => JSON.parse(line))
            : [],
        )
    })
    child.stdin?.end(`${statement};\n`)
  })
}

async function untilReady(query: Database['query']): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await query('select 1 as one')
      return
    } catch (error) {
      if (tries === 100) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}
