import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Commands on the path of Linux and other Unix systems. */
const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']

const WINDOWS_PROGRAMS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'BraveSoftware/Brave-Browser/Application/brave.exe',
  'Chromium/Application/chrome.exe',
]

const inFolders = (folders: (string | undefined)[], names: string[]) =>
  folders.flatMap((folder) => (folder ? names.map((name) => join(folder, name)) : []))

/**
 * Where a browser of the Chromium family is installed on this machine.
 *
 * @param env As `process.env`.
 * @returns The path of its program; `undefined` when there is none in the usual places.
 */
export function findBrowser(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const places = {
    darwin: () =>
      MAC_APPS.flatMap((app) =>
        inFolders(
          ['/Applications', env.HOME && join(env.HOME, 'Applications')],
          [`${app}.app/Contents/MacOS/${app}`],
        ),
      ),
    win32: () =>
      inFolders([env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA], WINDOWS_PROGRAMS),
    unix: () => inFolders((env.PATH ?? '').split(delimiter), COMMANDS),
  }
  const kind = platform === 'darwin' || platform === 'win32' ? platform : 'unix'
  return places[kind]().find(exists)
}
