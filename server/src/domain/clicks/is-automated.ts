import { isbotMatch } from 'isbot'
import { LRUCache } from 'lru-cache'
import { isPrivateHost } from '../webhooks/is-private-host.js'

/** What is known of how a click was made. */
export interface ClickMaker {
  /** The `User-Agent` of the request; empty where there was none. */
  agent: string
  /** Whether the request named a page that it came from, as those of browsers do. */
  isFromPage: boolean
  /** Where the click happened, as it says itself. */
  url: string
  /** Whether the script found its browser driven by a program (`navigator.webdriver`). */
  automated?: boolean | undefined
}

/** `node`, `curl/8.5.0`: how programs call themselves that send requests of their own accord. */
const PROGRAM = /^\S*$/

/** Most browsers in use call themselves by one of a few names; looking into each takes microseconds. By characters. */
const signs = new LRUCache<string, string>({
  maxSize: 200_000,
  sizeCalculation: (_sign, agent) => agent.length + 1,
})

/** What of its name says that a browser is a program's; empty for nothing. */
function signOf(agent: string): string {
  const known = signs.get(agent)
  if (known !== undefined) return known
  const sign = isbotMatch(agent) ?? ''
  signs.set(agent, sign)
  return sign
}

/**
 * Whether a click is no person's: that of a known bot, or of a browser that a program drives. A back end
 * that reports clicks names itself and no page, and is no bot for it. On a site under test those who
 * drive browsers are its makers, who want to see their clicks count.
 */
export function isAutomated({ agent, isFromPage, url, automated = false }: ClickMaker): boolean {
  if (!isFromPage && PROGRAM.test(agent)) return false
  const sign = signOf(agent)
  const isDriven = automated || /headless/i.test(sign)
  return isDriven ? !isTestSite(url) : sign !== ''
}

/** No public site has a private address, or a name under `.test` (RFC 6761, section 6.2). */
function isTestSite(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return isPrivateHost(url) || url.hostname.endsWith('.test')
}
