import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildExcelAddin } from '../../build/excel-addin'
import { addIn, iconSizes } from '../../excel-addin/manifest-source'
import { version } from '../../package.json'

const baseUrl = 'https://metrics.example/plumbline'
const folder = mkdtempSync(join(tmpdir(), 'plumbline-manifests-'))
const xmlSchema = '../shared/office-xsd/OfficeAppManifestV1_1.xsd'
const canCheckXml = existsSync(xmlSchema) && spawnSync('xmllint', ['--version']).status === 0

let xml: string
let json: ReturnType<typeof readJson>

beforeAll(async () => {
  await buildExcelAddin(folder, `${baseUrl}/`)
  xml = readFileSync(join(folder, 'manifest.xml'), 'utf8')
  json = readJson()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function readJson() {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
}

function all(pattern: RegExp): string[] {
  return [...xml.matchAll(pattern)].map(match => match[1] as string)
}

function one(pattern: RegExp): string | undefined {
  return pattern.exec(xml)?.[1]
}

/** Every string of the unified manifest, wherever it stands. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

/** What `office-addin-manifest validate` has against a manifest: nothing, if that is empty. */
function objections(manifest: string): string {
  const validator = 'node_modules/office-addin-manifest/cli.js'
  const { status, stdout, stderr } = spawnSync(process.execPath, [validator, 'validate', manifest], {
    encoding: 'utf8',
  })
  return status === 0 ? '' : stdout + stderr
}

describe('the add-in-only manifest', () => {
  const inXsd = canCheckXml ? test : test.skip
  inXsd("is valid by Microsoft's XML schema (needs xmllint and the schema)", () => {
    const checked = spawnSync('xmllint', ['--noout', '--schema', xmlSchema, join(folder, 'manifest.xml')])
    expect(checked.stderr.toString()).toMatch(/manifest\.xml validates\s*$/)
  })

  test('defines every resource that it refers to, refers to every one that it defines', () => {
    const defined = all(/<bt:(?:Image|Url|String) id="([^"]+)"/g)
    const referred = all(/resid="([^"]+)"/g)
    expect(new Set(defined).size).toBe(defined.length)
    expect(new Set(referred)).toEqual(new Set(defined))
    expect(defined.filter(id => id.length > 32)).toEqual([])
  })

  test('asks for no more than to read and write the workbook', () => {
    expect(one(/<Permissions>(.*)<\/Permissions>/)).toBe('ReadWriteDocument')
  })

  test('runs functions and pane in one long-lived runtime', () => {
    const runtime = one(/<Runtime resid="([^"]+)" lifetime="long"\/>/)
    expect(runtime).toBeDefined()
    expect(one(/<Page>\s*<SourceLocation resid="([^"]+)"\/>/)).toBe(runtime)
    expect(one(/<TaskpaneId>.*\s*<SourceLocation resid="([^"]+)"\/>/)).toBe(runtime)
  })
})

describe('the unified manifest', () => {
  test('is valid by office-addin-manifest', () => {
    expect(objections(join(folder, 'manifest.json'))).toBe('')
  })

  test('is really judged: one without a name is not valid', () => {
    const nameless = join(folder, 'nameless.json')
    writeFileSync(nameless, JSON.stringify({ ...json, name: {} }))
    expect(objections(nameless)).toContain('/name')
  })

  test('runs functions and pane in one long-lived runtime, with the metadata that the other manifest uses', () => {
    const [{ runtimes }] = json.extensions
    expect(runtimes).toHaveLength(1)
    expect(runtimes[0]).toMatchObject({
      lifetime: 'long',
      code: { page: `${baseUrl}/taskpane.html`, script: `${baseUrl}/functions.js` },
      customFunctions: {
        namespace: { id: 'PLUMB', name: 'PLUMB' },
        metadataUrl: `${baseUrl}/functions.json`,
        functions: JSON.parse(readFileSync(join(folder, 'functions.json'), 'utf8')).functions,
      },
    })
  })

  test('asks for no more than to read and write the workbook', () => {
    expect(json.authorization.permissions.resourceSpecific).toEqual([
      { name: 'Document.ReadWrite.User', type: 'Delegated' },
    ])
  })
})

describe('both manifests', () => {
  test('say the same identity, version, name, namespace and description', () => {
    expect([one(/<Id>(.*)<\/Id>/), one(/<Version>(.*)<\/Version>/)]).toEqual([json.id, json.version])
    expect(json.version).toBe(version)
    expect(one(/<DisplayName DefaultValue="([^"]*)"/)).toBe(json.name.short)
    expect(one(/<Description DefaultValue="([^"]*)"/)).toBe(json.description.full)
    expect(one(/id="Functions.Namespace" DefaultValue="([^"]*)"/)).toBe(
      json.extensions[0].runtimes[0].customFunctions.namespace.id,
    )
    const required = json.extensions[0].requirements.capabilities
    expect(all(/<Set Name="([^"]+)"/g)).toEqual(required.map((each: { name: string }) => each.name))
  })

  test('the identity never changes: Excel knows an installed add-in by it', () => {
    expect(json.id).toBe('5f819255-cdda-437d-9ea6-1e33a8deb39e')
  })

  test('name https addresses only, and of this add-in only files that the build writes', () => {
    const addresses = [
      ...all(/DefaultValue="([a-z]+:[^"]+)"/g),
      ...strings(json).filter(each => /^[a-z]+:/.test(each)),
    ]
    expect(addresses.length).toBeGreaterThan(20)
    for (const address of addresses) expect(new URL(address).protocol).toBe('https:')
    const ours = addresses.filter(address => address.startsWith(baseUrl))
    const missing = ours.filter(
      address => !existsSync(join(folder, address.slice(baseUrl.length).replace(/#.*/, ''))),
    )
    expect(missing).toEqual([])
  })

  test('have all icons, each of the size that its name says', () => {
    expect(readdirSync(join(folder, 'icons')).sort()).toEqual(
      ['outline-32.png', 'plumbline.svg', ...iconSizes.map(size => `plumbline-${size}.png`)].sort(),
    )
    for (const size of iconSizes) {
      const png = readFileSync(join(folder, 'icons', `plumbline-${size}.png`))
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
    }
  })
})

test('an address without https is refused', () => {
  expect(() => addIn('http://metrics.example')).toThrow('https only')
})

test('every formula has its anchor on the help page, and so have support, privacy and terms', () => {
  const help = readFileSync(join(folder, 'help.html'), 'utf8')
  const anchors = strings(json).filter(each => each.startsWith(`${baseUrl}/help.html#`))
  for (const anchor of anchors) expect(help).toContain(`id="${new URL(anchor).hash.slice(1)}"`)
})

test('the functions weigh less than 215 kB gzipped, with what answers the pane', () => {
  // Of these, 27 are handing over: table metrics in built-in functions, the Provenance sheet, verifying.
  expect(gzipSync(readFileSync(join(folder, 'functions.js'))).length).toBeLessThan(215_000)
})
