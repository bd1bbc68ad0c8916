import { creditedKey } from './attribution.js'
import { eventsUrl } from './events-url.js'
import { isRevisit, landingUrls } from './landing.js'
import { landingKey } from './landing-key.js'
import { onRouteChange } from './lib/on-route-change.js'
import { forget, keep, recall } from './lib/storage.js'
import { uuidV7 } from './lib/uuid-v7.js'
import { warnOnce } from './lib/warn-once.js'
import { type Answer, createOutbox, type Report } from './outbox.js'
import {
  cookieDays,
  cookieNames,
  type ProgramSettings,
  REFERRAL_COOKIES,
} from './program-settings.js'
import { readCookie, writeCookie } from './referral-cookie.js'
import type { SignUpData } from './sign-up-data.js'

/** Where a program's server is: said by the page or by a settings script, perhaps later. */
export interface Servers {
  /** Where events go, see `eventsUrl`. */
  host?: string
  /** Where settings scripts lie; events go there too until `host` is said. */
  assets_host?: string
}

export interface Program {
  /** What the settings script says; written to as it speaks. */
  told: ProgramSettings
  /** Resolves when the settings are known, or are not going to be. */
  ready: Promise<void>
  /**
   * Starts tracking, once.
   *
   * @param given Settings that the page gave; they win over others. With a `type` among them,
   * nothing is asked for.
   * @param request Asks for the settings; when it resolves, `told` has them or they failed.
   */
  load(given: ProgramSettings, request: () => Promise<unknown>): void
  /**
   * Reports a sign-up, once for the same data.
   *
   * @param isFromForm Nobody told us that it is a sign-up: it counts only with a referral.
   * @throws TypeError when the customer has no name.
   */
  signUp(data: SignUpData, isFromForm?: boolean): Promise<Answer>
  /** The key that gets the credit for what this visitor does now. */
  credit(): string | undefined
}

/** The visitor's id among those who were referred; nobody else has one. */
const SESSION_COOKIE = 'partnero_session_uuid'

/** Long enough for a slow network; a visitor who reads for longer has not left in haste. */
const PATIENCE_MS = 5000

/** Characters. Some sites keep much in their addresses; see `MAX_REPORTS` for what it bounds. */
const MAX_URL_LENGTH = 1000

/**
 * The path of a referral through one program, from the landing URL to the sign-up.
 *
 * @param id The program's public id.
 * @param servers Read when it is needed, as settings scripts say it late.
 */
export function createProgram(id: string, servers: Servers): Program {
  const item = `pollen_${id}`
  const prefix = `${item}_`
  const seen = new Set<string>()
  const signUps: Record<string, Promise<Answer>> = {}
  const told: ProgramSettings = {}
  let given: ProgramSettings | undefined
  let remembered: ProgramSettings & Servers = {}
  let settings: ProgramSettings & Servers = {}
  let session = readCookie(SESSION_COOKIE)
  /** The key of this page's URL; all there is where cookies are forbidden. */
  let landed: string | undefined
  let settled: () => void
  const ready = new Promise<void>((resolve) => {
    settled = resolve
  })

  const write = (name: string, value: string, days = cookieDays(settings)) =>
    writeCookie(name, value, days, settings.cookie_domain)

  const remove = (name: string) => write(name, '', -1)

  const credit = () => cookieNames(settings).map(readCookie).find(Boolean) || landed

  /** A click's key was nobody's: who stood before stands again, or nothing is left of it. */
  const putBack = ({ before, body: { key } }: Report) => {
    if (landed === key) landed = undefined
    for (const name in before) {
      if (readCookie(name) !== key) continue
      // It may be the same key: of another program that shares the cookie, and knows it.
      if (before[name]) write(name, before[name])
      else remove(name)
    }
    if (REFERRAL_COOKIES.some(readCookie)) return
    remove(SESSION_COOKIE)
    session = undefined
    forget(item)
  }

  const outbox = createOutbox(prefix, (report, partner) => {
    if (report.before && !partner) putBack(report)
  })

  const report = (what: string, content: object, before?: Record<string, string>) =>
    outbox.add({
      url: `${eventsUrl(settings.host || settings.assets_host || '')}/programs/${id}/${what}`,
      body: { id: uuidV7(), url: location.href.slice(0, MAX_URL_LENGTH), session, ...content },
      before,
    })

  /** Gives the credit for a landing, then reports the click. */
  const capture = (urls: readonly string[], isAgain?: boolean) => {
    const key = urls.map((url) => landingKey(url, settings)).find(Boolean)
    if (!key || seen.has(key)) return
    let before: Record<string, string> | undefined
    for (const name of cookieNames(settings)) {
      const standing = readCookie(name)
      const credited = creditedKey(standing, key, settings)
      // A reload is no second click, and a key that is only supposed never competes.
      if (credited === standing && (isAgain || !settings.type)) continue
      before = { ...before, [name]: standing || '' }
      if (credited === key) write(name, key)
    }
    landed = key
    // What was only supposed is looked at again when the settings come late.
    if (before || settings.type) seen.add(key)
    if (!before) return
    session = session || uuidV7()
    write(SESSION_COOKIE, session)
    report(
      'clicks',
      { key, referrer: document.referrer.slice(0, MAX_URL_LENGTH), at: Date.now() },
      before,
    )
  }

  /** Goes on with the settings that there are by now. */
  const settle = () => {
    settings = { ...remembered, ...servers, ...told, ...given }
    capture(landingUrls, isRevisit)
    if (settings.cookie_time === 'lifetime') {
      for (const name of [...cookieNames(settings), SESSION_COOKIE]) {
        const value = readCookie(name)
        if (value) write(name, value)
      }
    }
    if (!credit()) forget(item)
    else if (told.type) keep(item, { ...told, ...servers })
    settled()
    outbox.flush()
  }

  return {
    told,
    ready,
    credit,

    load(options, request) {
      if (given) return
      given = options
      onRouteChange(() => ready.then(() => capture([location.href])))
      if (given.type || told.type) return settle()
      remembered = recall(item) || {}
      if (remembered.type) settle()
      addEventListener('pagehide', settle)
      setTimeout(settle, PATIENCE_MS)
      request().then(() => {
        if (!told.type)
          warnOnce(`is "${id}" right? There are no settings at ${servers.assets_host}`, prefix)
        settle()
      })
    },

    signUp(data, isFromForm) {
      if (!data.key && !data.email) throw new TypeError('a sign-up needs a key or an email')
      return ready.then(() => {
        const key = credit()
        if (!key && (isFromForm || settings.type !== 'refer_a_friend')) {
          return { data: null, status: 0, message: 'Not referred.' }
        }
        const text = JSON.stringify(data)
        const answer = signUps[text] || report('customers', { data, key })
        signUps[text] = answer
        return answer
      })
    },
  }
}
