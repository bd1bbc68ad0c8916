import { creditedKey } from './attribution.js'
import { grantConsent, lacksConsent, requireConsent } from './consent.js'
import { eventsUrl } from './events-url.js'
import { handedSession } from './handed-session.js'
import { isRevisit, landingUrl, navigation } from './landing.js'
import { landingKey } from './landing-key.js'
import { cookieDomains } from './lib/cookie-domains.js'
import { readCookie } from './lib/cookies.js'
import { emit } from './lib/emit.js'
import { later, runPutOff } from './lib/later.js'
import { onRouteChange } from './lib/on-route-change.js'
import { forget, itemNames, keep, recall } from './lib/storage.js'
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
import { removeCookie, writeCookie } from './referral-cookie.js'
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
  startTracking(given: ProgramSettings, request: () => Promise<unknown>): void
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
  whoReferred(): Promise<Partner | undefined>
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

/** What is remembered between pages: the settings, and whose the keys are, as `@COOKIE=KEY`. */
type Memory = ProgramSettings & Servers & Record<`@${string}`, Partner | undefined>

/**
 * The path of a referral through one program, from the landing URL to the sign-up.
 *
 * @param id The program's public id.
 * @param servers Read when it is needed, as settings scripts say it late.
 */
export function createProgram(id: string, servers: Servers): Program {
  const item = ITEM_PREFIX + id

  const told: ProgramSettings = {}
  /** Keys that turned out to be nobody's, by cookie and key, with the one that stood before each. */
  const nobodies: Record<string, string | undefined> = {}
  let given: ProgramSettings | undefined
  let settings: Memory = {}
  /** Where the visitor has been on this page, the latest first: settings or consent may come late. */
  let landings: readonly string[] = [landingUrl]
  /** The key of the last landing: all there is where cookies are forbidden. */
  let landed: string | undefined
  /** The key of the last landing that counted. */
  let counted: string | undefined
  /** Where cookies may be written for; the one that the browser has accepted, once it is known. */
  let domains: readonly string[] | undefined
  /** Cookies that were written before the settings were known: for how long was a guess. */
  const guessed: string[] = []
  let click: Promise<unknown> | undefined
  let settled: (settings: ProgramSettings) => void
  const known = new Promise<ProgramSettings>((resolve) => {
    settled = resolve
  })

  const write = (name: string, value: string | undefined) => {
    if (!value || lacksConsent) return
    if (!settings.type) guessed.push(name)
    domains = writeCookie(
      name,
      value,
      cookieDays(settings),
      domains || (settings.cookie_domain ? [settings.cookie_domain, ''] : cookieDomains()),
    )
  }

  const credit = () => cookieNames(settings).map(readCookie).find(Boolean) || landed

  const referral = () => {
    const key = credit()
    if (key) {
      return { name: null, ...recall<Memory>(item)[`@${cookieNames(settings)[0]}=${key}`], key }
    }
  }

  const tellReferral = () => emit('referral', referral())

  /** A click's key was nobody's: who stood before stands again, or nothing is left of it. */
  const putBack = (name: string, key: string | undefined, before: string | undefined) => {
    const stood = name + before in nobodies ? nobodies[name + before] : before
    nobodies[name + key] = stood
    if (landed === key) landed = ''
    if (readCookie(name) !== key) return
    removeCookie(name)
    write(name, stood)
    if (REFERRAL_COOKIES.some(readCookie)) return
    removeCookie(SESSION_COOKIE)
    forget(item)
  }

  const outbox = createOutbox(`${item}_`, ({ before, body: { key, session } }, partner) => {
    if (!before) return
    for (const name in before) {
      const pair = `@${name}=${key}` as const
      if (partner) {
        keep(item, { ...recall<Memory>(item), [pair]: partner })
        // Another program that shares the cookie has not known the key, and put it back.
        if (!readCookie(name)) {
          write(name, key)
          write(SESSION_COOKIE, session)
        }
      } else if (!itemNames(ITEM_PREFIX).some((one) => recall<Memory>(one)[pair])) {
        putBack(name, key, before[name])
      }
    }
    tellReferral()
  })

  /** @param page Where it happened, which need not be where the visitor is by now. */
  const report = (
    what: string,
    page: string,
    content: object,
    before?: Report['before'],
  ): Report => ({
    url: `${eventsUrl(settings.host || settings.assets_host)}/programs/${id}/${what}`,
    body: { id: uuidV7(), url: page.slice(0, MAX_URL_LENGTH), ...content },
    before,
  })

  /** Gives the credit for a landing; the session and the report of the click come later. */
  const capture = () => {
    const url = landings.find((url) => landingKey(url, settings)) || (navigation().name as string)
    const key = landingKey(url, settings)
    if (!key || key === counted) return
    let before: Report['before']
    for (const name of cookieNames(settings)) {
      const standing = readCookie(name)
      const credited = creditedKey(standing, key, settings)
      // A reload is no second click, and a key that is only supposed never competes.
      if (credited === standing && (!settings.type || isRevisit())) continue
      before = { ...before, [name]: standing }
      if (credited === key) write(name, key)
    }
    if (!before) return
    landed = key
    later(tellReferral)
    if (lacksConsent) return
    counted = key
    click = new Promise((resolve) =>
      later(() => {
        const handed = handedSession(url)
        const session = handed || readCookie(SESSION_COOKIE) || uuidV7()
        write(SESSION_COOKIE, session)
        const clicked = () =>
          report(
            'clicks',
            url,
            {
              key,
              session,
              referrer: document.referrer.slice(0, MAX_URL_LENGTH),
              at: Date.now(),
              automated: navigator.webdriver,
            },
            before,
          )
        // The program's other host, which the visitor comes from, has reported the click.
        resolve(handed || outbox.post(clicked()))
      }),
    )
  }

  /** Goes on with the settings that there are by now. */
  const settle = () => {
    Object.assign(settings, servers, told, given)
    // A session that stands was allowed on an earlier page.
    if (settings.consent && !readCookie(SESSION_COOKIE)) requireConsent()
    capture()
    settled(settings)
    later(() => {
      for (const name of settings.cookie_time === 'lifetime'
        ? cookieNames(settings).concat(SESSION_COOKIE)
        : guessed.splice(0)) {
        write(name, readCookie(name))
      }
      if (!credit()) forget(item)
      else if (told.type) keep(item, { ...recall<Memory>(item), ...told, ...servers })
      outbox.sendAgain()
    })
  }

  const startTracking: Program['startTracking'] = (options, request) => {
    // Rendered ahead, the page may never be seen: https://wicg.github.io/nav-speculation/prerendering.html
    if ((document as { prerendering?: boolean }).prerendering) {
      return addEventListener('prerenderingchange', () => startTracking(options, request), true)
    }
    if (given) return
    given = options
    onRouteChange(() => {
      landings = [location.href, ...landings].slice(0, MAX_LANDINGS)
      known.then(capture)
    })
    addEventListener('pagehide', () => {
      settle()
      runPutOff()
    })
    known.then(() => emit('ready'))
    if (given.type || told.type) return settle()
    settings = recall<Memory>(item)
    if (settings.type) settle()
    setTimeout(settle, PATIENCE_MS)
    request().catch(warnOnce).then(settle)
  }

  return {
    told,
    known,
    startTracking,
    referral,

    standing: () => ({ settings, key: credit(), session: readCookie(SESSION_COOKIE) }),

    grant() {
      grantConsent()
      return known.then(settle)
    },

    async whoReferred() {
      await known
      await click
      return referral()
    },

    async enrol(data, isFromForm) {
      if (!data.key && !data.email) throw new TypeError('no data.key or data.email')
      await known
      // The click comes before it, and the session that begins with it.
      runPutOff()
      const key = credit()
      if (!key && (isFromForm || settings.type !== 'refer_a_friend')) {
        return { data: null, status: 0, message: 'Not referred.' }
      }
      const answer = await outbox.post(
        report('customers', location.href, { data, key, session: readCookie(SESSION_COOKIE) }),
      )
      if (answer.status) emit('signup', answer)
      return answer
    },
  }
}
