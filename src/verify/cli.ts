import { readFileSync } from 'node:fs'
import { parseArgs, styleText } from 'node:util'
import { openDevtools } from './devtools.js'
import { findBrowser } from './find-browser.js'
import { type Verification, verify } from './verify.js'

const HELP = `Opens a page in a browser and says what of Pollen works there and what does not.

Usage: pollen-js verify <url> [options]

  --key <key>           a partner's key, so that the test click is credited; by default one that is
                        nobody's, so that no figures change
  --parameter <name>    the parameter of referral links; by default what the program's settings say
  --timeout <seconds>   for each of the two visits, 15 by default
  --browser <path>      a browser of the Chromium family; by default the one that is installed
                        (also: the environment variable POLLEN_BROWSER)
  --json                print the result as JSON: { url, ok, checks: [{ name, status, message, advice }] }
  --version             print the version
  --help                print this

Examples:
  npx pollen-js verify https://shop.example
  npx pollen-js verify https://shop.example/pricing --key jane
  npx pollen-js verify https://shop.example --json | jq .ok

Exit status: 0 when all works, 1 when something does not, 2 when nothing could be looked at.`

const MARKS = {
  pass: ['green', '✓'],
  warn: ['yellow', '!'],
  fail: ['red', '✗'],
  skip: ['dim', '-'],
} as const

/** The result as text, a line for each check and one for the verdict. */
function asText({ url, ok, checks }: Verification): string {
  const lines = checks.flatMap(({ name, status, message, advice }) => {
    const [colour, mark] = MARKS[status]
    return [
      // Where nobody sees colours, it leaves them out.
      `${styleText(colour, mark)} ${name.padEnd(9)} ${message}`,
      ...(advice ? [`${' '.repeat(12)}${styleText('dim', advice)}`] : []),
    ]
  })
  const isPerfect = checks.every(({ status }) => status === 'pass' || status === 'skip')
  const verdict = ok
    ? isPerfect
      ? 'All works.'
      : 'It works, and could be better.'
    : 'It does not work yet.'
  return [url, '', ...lines, '', verdict].join('\n')
}

/** Wrong use: told on standard error, exit status 2. */
class UsageError extends Error {
  override name = 'UsageError'
}

function pageUrl(text: string | undefined): string {
  if (text === undefined) throw new UsageError('Which page? Give its address: https://shop.example')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`"${text}" is no web address; one begins with https:// or http://.`)
  }
  return url.href
}

function seconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!(value > 0)) throw new UsageError(`--timeout takes a number of seconds, not "${text}".`)
  return value
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        parameter: { type: 'string' },
        timeout: { type: 'string' },
        browser: { type: 'string' },
        json: { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args)
  const ownFile = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const { version } = JSON.parse(ownFile('package.json')) as { version: string }
  const [command, address, ...rest] = positionals
  if (values.version) {
    console.log(version)
    return 0
  }
  if (values.help || command === undefined) {
    console.log(HELP)
    return values.help ? 0 : 2
  }
  if (command !== 'verify')
    throw new UsageError(`There is no command "${command}"; there is verify.`)
  if (rest.length > 0) throw new UsageError('One page at a time.')
  const url = pageUrl(address)
  const timeoutSeconds = seconds(values.timeout)
  const browser = values.browser ?? process.env.POLLEN_BROWSER ?? findBrowser()
  if (!browser) {
    throw new UsageError(
      'There is no Chrome, Chromium, Edge or Brave in the usual places. Install one, or give its path with --browser.',
    )
  }
  const { key, parameter } = values
  const own = { version, bundle: ownFile('dist/universal.js') }
  const devtools = openDevtools(browser)
  try {
    const result = await verify(devtools, url, { key, parameter, timeoutSeconds, own })
    console.log(values.json ? JSON.stringify(result, null, 2) : asText(result))
    return result.ok ? 0 : 1
  } finally {
    await devtools.close()
  }
}

/**
 * The command line.
 *
 * @param args Without `node` and the script.
 * @returns The exit status: 0 all works, 1 something does not, 2 nothing could be looked at.
 */
export async function cli(args: string[]): Promise<number> {
  try {
    return await run(args)
  } catch (error) {
    const hint = error instanceof UsageError ? '\n`npx pollen-js --help` tells more.' : ''
    console.error(`pollen-js: ${(error as Error).message}${hint}`)
    return 2
  }
}
