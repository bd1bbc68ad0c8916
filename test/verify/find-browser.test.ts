import { delimiter, join } from 'node:path'
import { expect, it } from 'vitest'
import { findBrowser } from '../../src/verify/find-browser.js'

const CHROME = 'Google/Chrome/Application/chrome.exe'

it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
  ['linux', { PATH: ['/usr/local/bin', '/usr/bin'].join(delimiter) }, join('/usr/bin', 'chromium')],
  ['linux', { PATH: '/usr/bin' }, join('/usr/bin', 'microsoft-edge')],
  ['darwin', {}, join('/Applications', 'Google Chrome.app/Contents/MacOS/Google Chrome')],
  [
    'darwin',
    { HOME: '/Users/ada' },
    join('/Users/ada/Applications', 'Chromium.app/Contents/MacOS/Chromium'),
  ],
  ['win32', { PROGRAMFILES: 'C:/Program Files' }, join('C:/Program Files', CHROME)],
  ['win32', { LOCALAPPDATA: 'C:/Users/ada/Local' }, join('C:/Users/ada/Local', CHROME)],
])('finds on %s with %j %s', (platform, env, path) => {
  expect(findBrowser(platform, env, (candidate) => candidate === path)).toBe(path)
})

it('finds nothing where nothing is installed', () => {
  expect(findBrowser('linux', {}, () => false)).toBeUndefined()
})
