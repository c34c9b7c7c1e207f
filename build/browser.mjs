/** Finds a Chromium that tests can drive: an installed one, Playwright's own, else the one that npm ships. */
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
const places = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: programFiles
    .filter(folder => folder !== undefined)
    .flatMap(folder => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

function playwrightBrowsers() {
  const caches = {
    linux: join(homedir(), '.cache/ms-playwright'),
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(homedir(), 'AppData/Local/ms-playwright'),
  }
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || caches[process.platform]
  if (!cache || !existsSync(cache)) return []
  return readdirSync(cache)
    .filter(name => name.startsWith('chromium-'))
    .flatMap(name =>
      [
        'chrome-linux/chrome',
        'chrome-linux64/chrome',
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
        'chrome-win/chrome.exe',
      ].map(path => join(cache, name, path)),
    )
}

/** @returns {Promise<string | undefined>} the path of a browser, or undefined where there is none */
export async function findBrowser() {
  const candidates = [
    process.env.PLUMBLINE_BROWSER,
    ...(places[process.platform] ?? []),
    ...playwrightBrowsers(),
  ]
  const found = candidates.find(path => path && existsSync(path))
  if (found || process.platform !== 'linux') return found
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log((await findBrowser()) ?? '')
}
