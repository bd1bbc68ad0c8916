import { type Check, isClick, runChecks } from './checks.js'
import type { Devtools } from './devtools.js'
import { parameterOf, readProgram } from './read-program.js'
import { isAnswered, type Visit, visit } from './visit.js'

export interface VerifyOptions {
  /** A partner's key, for a click that is credited; without it one that is nobody's. */
  key?: string | undefined
  /** The query parameter of the program's links, by default what its settings say. */
  parameter?: string | undefined
  /** Seconds that each of the two visits may take, 15 by default. */
  timeoutSeconds?: number | undefined
  /** Seconds without a request after which nothing more is expected, 2 by default. */
  quietSeconds?: number | undefined
  /** This package's version and the text of its bundle, to compare the page's with. */
  own: { version: string; bundle: string }
}

export interface Verification {
  url: string
  /** Whether no check has failed. */
  ok: boolean
  checks: Check[]
}

/** The program is known, and whatever was asked for has been answered. */
const isSettled = (seen: Visit) =>
  seen.isTakenOver &&
  readProgram(seen)?.settings.type !== undefined &&
  seen.requests.every(isAnswered)

const hasClicked = (seen: Visit) => {
  const clicks = seen.requests.filter(isClick)
  return clicks.length > 0 && clicks.every(({ isOver }) => isOver)
}

/** Opens a page twice in a browser, without and with a referral key, and says what works. */
export async function verify(
  devtools: Devtools,
  url: string,
  options: VerifyOptions,
): Promise<Verification> {
  const { own, timeoutSeconds = 15, quietSeconds = 2 } = options
  const limits = { timeoutMs: timeoutSeconds * 1000, quietMs: quietSeconds * 1000 }
  const plain = await visit(devtools, url, { ...limits, isDone: isSettled })
  const program = readProgram(plain)
  const key = options.key ?? `pollen-verify-${Date.now().toString(36)}`
  const link = new URL(url)
  link.searchParams.set(options.parameter ?? (program ? parameterOf(program) : 'aff'), key)
  const landing = await visit(devtools, link.href, { ...limits, isDone: hasClicked })
  const checks = runChecks({ plain, landing, key, own, isPartner: options.key !== undefined })
  return { url, ok: checks.every(({ status }) => status !== 'fail'), checks }
}
