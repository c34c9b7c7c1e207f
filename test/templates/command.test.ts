import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { readXlsxFile } from '../../command-line/xlsx-file'
import { folder, shell } from '../command-line/run'
import { errorsOf, names, templates } from './made'

const at = folder()

test('without a name, templates are listed with whom they are for', async () => {
  const { exit, out } = await shell('template')
  expect(exit).toBe(0)
  for (const { name, title, forWhom } of templates)
    expect(out).toMatch(new RegExp(`${name} +${title}. For: ${forWhom}.`))
})

test('an unknown name is told with those that there are', async () => {
  const { exit, error } = await shell('template', 'boardroom')
  expect(exit).toBe(2)
  expect(error).toBe(`There is no template boardroom. Ask for one of ${names.join(', ')}.\n`)
})

test('help shows an example', async () => {
  expect((await shell('template', '--help')).out).toContain('plumbline template executive -o board.xlsx')
})

/** The sample has one row that it is to show how rows are checked with. */
const meant = { at: 'Leads!D12', detail: 'LEADS, owner: issued, but without an owner.' }

test.each(names)('%s is written, opens, and Check finds nothing in it but what is meant', async name => {
  const path = at(`${name}.xlsx`)
  const made = await shell('template', name, '-o', path)
  expect(made).toMatchObject({ exit: 0, error: '' })
  await expect(readXlsxFile(path, readFileSync(path))).resolves.toBeDefined()
  const { out } = await shell('check', path, '--as', 'json')
  const found = JSON.parse(out).map(({ at: place, detail }: typeof meant) => ({ at: place, detail }))
  if (name === 'self-test') {
    const errors = errorsOf(name).map(([address]) => address)
    // Of its worked examples many are errors on purpose, and one shows what comes of a margin of 1.
    const isMeant = ({ at: place, detail }: typeof meant) =>
      errors.includes(place.replace(/:.*$/, '')) || detail.startsWith('Its margin is 1')
    expect(found.filter((one: typeof meant) => !isMeant(one))).toEqual([])
  } else expect(found).toEqual(name === 'set-up' ? [] : [meant])
})

test('all that templates add to an add-in, but their sample tables, weighs less than 21 kB', async () => {
  const { outputFiles } = await build({
    ...{ entryPoints: ['templates/index.ts'], bundle: true, minify: true, format: 'esm', write: false },
    plugins: [
      {
        name: 'the core is there already',
        setup: ({ onResolve }) =>
          onResolve({ filter: /\/shared\// }, ({ path }) => ({ path, external: true })),
      },
    ],
  })
  const weight = gzipSync(outputFiles[0]?.text ?? '', { level: 9 }).length
  expect(weight).toBeGreaterThan(5_000)
  expect(weight).toBeLessThan(21_000)
})
