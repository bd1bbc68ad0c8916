import { isbotMatch } from 'isbot'
import { isPrivateHost } from './is-private-host.js'

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

/**
 * Whether a click is no person's: that of a known bot, or of a browser that a program drives. A back end
 * that reports clicks names itself and no page, and is no bot for it. On a site under test those who
 * drive browsers are its makers, who want to see their clicks count.
 */
export function isAutomated({ agent, isFromPage, url, automated = false }: ClickMaker): boolean {
  if (!isFromPage && PROGRAM.test(agent)) return false
  const sign = isbotMatch(agent)
  const isDriven = automated || /headless/i.test(sign ?? '')
  return isDriven ? !isTestSite(url) : Boolean(sign)
}

/** No public site has a private address, or a name under `.test` (RFC 6761, section 6.2). */
function isTestSite(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return isPrivateHost(url) || url.hostname.endsWith('.test')
}
