import { connectConsent } from './consent/connect-consent.js'
import { lacksConsent } from './consent.js'
import { erase } from './erase.js'
import { eventsUrl } from './events-url.js'
import { connectForms, type FormOptions } from './forms/connect-forms.js'
import { connectLinks } from './links/connect-links.js'
import type { Answer, Partner } from './outbox.js'
import { createProgram, type Program } from './program.js'
import type { ProgramSettings } from './program-settings.js'
import type { SignUpData } from './sign-up-data.js'

export interface TrackerOptions {
  /** Public id of the program: `'ABCDEFGH'`. */
  program: string
  /**
   * Your pollen-server: `'https://pollen.example'`. An address with a path is taken as it is:
   * `'https://shop.example/events'`.
   */
  host: string
  /**
   * What of the program's settings should be other than the server says. With a `type` among them,
   * the server is not asked at all, and a key is stored within the call of `load()`.
   */
  settings?: ProgramSettings
}

export interface Tracker {
  /**
   * Reads the key from the landing URL, stores it, and reports the click. Once, however often it is
   * called.
   *
   * @returns Resolves when the program's settings are known, or the server could not be asked.
   */
  load(): Promise<void>
  /**
   * Reports a sign-up; the server counts a customer once.
   *
   * @returns The server's answer. Where nobody referred the visitor, or the server could not be
   * reached yet, `status` is 0 and `message` says so.
   * @throws TypeError (as a rejection) when neither `key` nor `email` is given.
   */
  signup(data: SignUpData): Promise<Answer>
  /**
   * Reports sign-ups by forms of the page when they are submitted: e-mail address and name, never a
   * password. The form is neither changed nor delayed.
   *
   * @returns Stops it.
   */
  captureForms(options?: FormOptions): () => void
  /**
   * Says whether the visitor agrees to be remembered. `grant` keeps what was in memory only,
   * `revoke` takes every cookie and stored item away.
   */
  consent(word: 'grant' | 'revoke'): void
  /**
   * Who gets the credit for what this visitor does now, for a greeting; `undefined` for nobody. The
   * name is `null` until the server has said it; `pollen:referral` on `window` tells when.
   */
  readonly referral: Partner | undefined
}

/** What a server has in the place of a tracker: nobody visits there. */
const NO_VISITOR: Tracker = Object.freeze({
  load: async () => {},
  signup: async () => ({ data: null, status: 0, message: 'There is no visitor on a server.' }),
  captureForms: () => () => {},
  consent: () => {},
  referral: undefined,
})

/** One for each, however many trackers a page makes of it: a click counts once. */
const programs = new Map<string, Program>()

/**
 * Tracks one program without a global.
 *
 * @example
 * const tracker = createTracker({ program: 'ABCDEFGH', host: 'https://pollen.example' })
 * await tracker.load()
 * await tracker.signup({ key: 'user_42', email: 'ada@example.com', name: 'Ada' })
 *
 * @throws TypeError when `program` or `host` is missing. On a server it does nothing else.
 */
export function createTracker({ program: id, host, settings = {} }: TrackerOptions): Tracker {
  required('program', id)
  required('host', host)
  if (typeof document === 'undefined') return NO_VISITOR

  const name = `${id} ${host}`
  const known = programs.get(name)
  const program = known ?? createProgram(id, { host, assets_host: host })
  programs.set(name, program)

  const credits = () => [program.standing()]
  const consent: Tracker['consent'] = (word) => {
    if (word === 'grant') program.grant()
    else erase()
  }
  if (!known) {
    program.known.then((settings) => {
      // Without consent no cookie carries the key: links have to.
      if (settings.domains || lacksConsent) connectLinks({ credits })
      if (lacksConsent) connectConsent(settings, consent)
    })
  }

  const ask = async () => {
    const url = `${eventsUrl(host)}/programs/${id}`
    const answer = await fetch(url)
      .then((response) => response.json())
      .catch(() => ({}))
    if (!answer.data) throw new TypeError(`there are no settings at ${url}`)
    const { type, settings } = answer.data
    // Only the browser knows whether it sends Global Privacy Control: https://w3c.github.io/gpc/
    const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean }
    const isSpared = settings.consent === 'gpc' && !globalPrivacyControl
    Object.assign(program.told, settings, { type }, isSpared && { consent: '' })
  }

  return {
    load() {
      program.startTracking(settings, ask)
      return program.known.then(() => {})
    },

    signup: async (data) => program.enrol(data),

    captureForms: (options) =>
      connectForms({ options, credits, signUp: (data) => program.enrol(data, true) }),

    consent,

    get referral() {
      return program.referral()
    },
  }
}

function required(name: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') {
    throw new TypeError(`createTracker() needs a ${name}, as text; it was given ${String(value)}.`)
  }
}
