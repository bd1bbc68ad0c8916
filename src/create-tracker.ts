import { eventsUrl } from './events-url.js'
import type { Answer } from './outbox.js'
import { createProgram, type Program } from './program.js'
import type { ProgramSettings } from './program-settings.js'
import type { SignUpData } from './sign-up-data.js'
import { submittedSignUp } from './sign-up-form.js'

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
  captureForms(): () => void
  /** Who gets the credit for what this visitor does now; `undefined` for nobody. */
  readonly referral: Referral | undefined
}

export interface Referral {
  /** The key of the partner, or of the customer who referred a friend. */
  key: string
}

/** What a server has in the place of a tracker: nobody visits there. */
const NO_VISITOR: Tracker = Object.freeze({
  load: async () => {},
  signup: async () => ({ data: null, status: 0, message: 'There is no visitor on a server.' }),
  captureForms: () => () => {},
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
  const program = programs.get(name) ?? createProgram(id, { host, assets_host: host })
  programs.set(name, program)

  const ask = async () => {
    const response = await fetch(`${eventsUrl(host)}/programs/${id}`)
    const { data } = await response.json()
    Object.assign(program.told, { ...data.settings, type: data.type })
  }

  return {
    load() {
      // What failed is told by `load`, which finds no type.
      program.load(settings, () => ask().catch(() => {}))
      return program.ready
    },

    signup: async (data) => program.signUp(data),

    captureForms() {
      const onSubmit = (event: Event) => {
        const data = submittedSignUp(event)
        if (data) program.signUp(data, true)
      }
      // In the capture phase, before any handler of the page can stop the event.
      addEventListener('submit', onSubmit, true)
      return () => removeEventListener('submit', onSubmit, true)
    },

    get referral() {
      const key = program.credit()
      return key === undefined ? undefined : { key }
    },
  }
}

function required(name: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') {
    throw new TypeError(`createTracker() needs a ${name}, as text; it was given ${String(value)}.`)
  }
}
