import { creditedKey } from './attribution.js'
import { grantConsent, lacksConsent, requireConsent } from './consent.js'
import { eventsUrl } from './events-url.js'
import { handedSession } from './handed-session.js'
import { isRevisit, landingUrls } from './landing.js'
import { landingKey } from './landing-key.js'
import { cookieDomains } from './lib/cookie-domains.js'
import { emit } from './lib/emit.js'
import { later, runPutOff } from './lib/later.js'
import { onRouteChange } from './lib/on-route-change.js'
import { forget, keep, recall } from './lib/storage.js'
import { uuidV7 } from './lib/uuid-v7.js'
import { warnOnce } from './lib/warn-once.js'
import { type Answer, createOutbox, type Partner, type Report } from './outbox.js'
import type { Credit } from './part-host.js'
import {
  cookieDays,
  cookieNames,
  ITEM_PREFIX,
  type ProgramSettings,
  REFERRAL_COOKIES,
  SESSION_COOKIE,
} from './program-settings.js'
import { readCookie, removeCookie, writeCookie } from './referral-cookie.js'
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
  /** Resolves with the settings when they are known, or are not going to be. */
  known: Promise<ProgramSettings>
  /**
   * Starts tracking, once; while the page is only rendered ahead, when it is shown.
   *
   * @param given Settings that the page gave; they win over others. With a `type` among them,
   * nothing is asked for.
   * @param request Asks for the settings; when it resolves, `told` has them or they failed.
   */
  track(given: ProgramSettings, request: () => Promise<unknown>): void
  /**
   * Reports a sign-up; the server counts a customer once.
   *
   * @param isFromForm Nobody told us that it is a sign-up: it counts only with a referral.
   * @throws TypeError when the customer has no name.
   */
  enrol(data: SignUpData, isFromForm?: boolean): Promise<Answer>
  /** Who gets the credit for what this visitor does now, as far as it is known. */
  referral(): Partner | undefined
  /** The same, once the server has said who that is, or could not be asked. */
  referrer(): Promise<Partner | undefined>
  /** The visitor agrees: takes up what had to wait for that. */
  grant(): Promise<void>
  /** What parts of the script, in files of their own, may know. */
  standing(): Credit
}

/** Long enough for a slow network; a visitor who reads for longer has not left in haste. */
const PATIENCE_MS = 5000

/** Characters. Some sites keep much in their addresses; see `MAX_REPORTS` for what it bounds. */
const MAX_URL_LENGTH = 1000

/** Addresses that are looked at again; more have no key in them. */
const MAX_LANDINGS = 9

/** What is remembered between pages: the settings, and whose the keys are, as `@KEY`. */
type Memory = ProgramSettings & Servers & Record<`@${string}`, Partner>

/**
 * The path of a referral through one program, from the landing URL to the sign-up.
 *
 * @param id The program's public id.
 * @param servers Read when it is needed, as settings scripts say it late.
 */
export function createProgram(id: string, servers: Servers): Program {
  const item = ITEM_PREFIX + id
  const prefix = `${item}_`
  const seen = new Set<string>()
  const told: ProgramSettings = {}
  /** Keys that turned out to be nobody's, with the one that stood before each. */
  const nobodies = new Map<string | undefined, string | undefined>()
  let given: ProgramSettings | undefined
  let settings: Memory = {}
  /** Where the visitor has been on this page, the latest first: settings or consent may come late. */
  let landings: readonly string[] = landingUrls
  /** The key of the last landing: all there is where cookies are forbidden. */
  let landed: string | undefined
  let session = readCookie(SESSION_COOKIE)
  /** Where cookies may be written for; the one that the browser has accepted, once it is known. */
  let domains: readonly string[] | undefined
  let click: Promise<unknown> | undefined
  let settled: (settings: ProgramSettings) => void
  const known = new Promise<ProgramSettings>((resolve) => {
    settled = resolve
  })

  const memory = (): Memory => recall(item) || {}

  const write = (name: string, value: string) => {
    domains = writeCookie(
      name,
      value,
      cookieDays(settings),
      domains ||
        (settings.cookie_domain ? [settings.cookie_domain, ''] : cookieDomains(location.hostname)),
    )
  }

  const credit = () => cookieNames(settings).map(readCookie).find(Boolean) || landed

  const referral = () => {
    const key = credit()
    return key ? { name: null, ...memory()[`@${key}`], key } : undefined
  }

  /** A click's key was nobody's: who stood before stands again, or nothing is left of it. */
  const putBack = (key: string, before: string | undefined) => {
    const stood = nobodies.has(before) ? nobodies.get(before) : before
    nobodies.set(key, stood)
    if (landed === key) landed = undefined
    for (const name of REFERRAL_COOKIES) {
      if (readCookie(name) !== key) continue
      // It may be the same key: of another program that shares the cookie, and knows it.
      if (stood) write(name, stood)
      else removeCookie(name)
    }
    if (REFERRAL_COOKIES.some(readCookie)) return
    removeCookie(SESSION_COOKIE)
    session = undefined
    forget(item)
  }

  const outbox = createOutbox(prefix, ({ before, body: { key = '' } }, partner) => {
    if (!before) return
    if (!partner) putBack(key, before.key)
    else keep(item, { ...memory(), [`@${key}`]: partner })
    emit('referral', referral())
  })

  const report = (what: string, content: object, before?: Report['before']): Report => ({
    url: `${eventsUrl(settings.host || settings.assets_host || '')}/programs/${id}/${what}`,
    body: { id: uuidV7(), url: location.href.slice(0, MAX_URL_LENGTH), session, ...content },
    before,
  })

  /** Gives the credit for a landing, then reports the click. */
  const capture = (isAgain?: boolean) => {
    const url = landings.find((url) => landingKey(url, settings)) || ''
    const key = landingKey(url, settings)
    if (!key || seen.has(key)) return
    let before: Report['before']
    for (const name of cookieNames(settings)) {
      const standing = readCookie(name)
      const credited = creditedKey(standing, key, settings)
      // A reload is no second click, and a key that is only supposed never competes.
      if (credited === standing && (isAgain || !settings.type)) continue
      before = { key: standing }
      if (credited === key && !lacksConsent()) write(name, key)
    }
    landed = key
    later(() => emit('referral', referral()))
    if (lacksConsent()) return
    // What was only supposed is looked at again when the settings come late.
    if (before || settings.type) seen.add(key)
    if (!before) return
    const handed = handedSession(url)
    session = handed || session || uuidV7()
    write(SESSION_COOKIE, session)
    // The program's other host, which the visitor comes from, has reported the click.
    if (handed) return
    const referrer = document.referrer.slice(0, MAX_URL_LENGTH)
    const clicked = report('clicks', { key, referrer, at: Date.now() }, before)
    click = new Promise((resolve) => later(() => resolve(outbox.post(clicked))))
  }

  /** Goes on with the settings that there are by now. */
  const settle = () => {
    settings = { ...settings, ...servers, ...told, ...given }
    // A session that stands was allowed on an earlier page.
    if (settings.consent && !session) requireConsent()
    capture(isRevisit)
    if (settings.cookie_time === 'lifetime') {
      for (const name of cookieNames(settings).concat(SESSION_COOKIE)) {
        const value = readCookie(name)
        if (value) write(name, value)
      }
    }
    settled(settings)
    later(() => {
      if (!credit()) forget(item)
      else if (told.type) keep(item, { ...memory(), ...told, ...servers })
      outbox.flush()
    })
  }

  const track: Program['track'] = (options, request) => {
    // Rendered ahead, the page may never be seen: https://wicg.github.io/nav-speculation/prerendering.html
    if ((document as { prerendering?: boolean }).prerendering) {
      return document.addEventListener('prerenderingchange', () => track(options, request))
    }
    if (given) return
    given = options
    onRouteChange(() => {
      landings = [location.href, ...landings].slice(0, MAX_LANDINGS)
      known.then(() => capture())
    })
    addEventListener('pagehide', () => {
      settle()
      runPutOff()
    })
    known.then(() => emit('ready'))
    if (given.type || told.type) return settle()
    settings = memory()
    if (settings.type) settle()
    setTimeout(settle, PATIENCE_MS)
    request().catch(warnOnce).then(settle)
  }

  return {
    told,
    known,
    track,
    referral,

    standing: () => ({ settings, key: credit(), session }),

    async grant() {
      grantConsent()
      await known
      settle()
    },

    async referrer() {
      await known
      await click
      return referral()
    },

    async enrol(data, isFromForm) {
      if (!data.key && !data.email) throw new TypeError('no data.key or data.email')
      await known
      const key = credit()
      if (!key && (isFromForm || settings.type !== 'refer_a_friend')) {
        return { data: null, status: 0, message: 'Not referred.' }
      }
      const answer = await outbox.post(report('customers', { data, key }))
      if (answer.status) emit('signup', answer)
      return answer
    },
  }
}
