import { lacksConsent } from './consent.js'
import { erase } from './erase.js'
import { type Submission, submission } from './forms/submission.js'
import { landingUrl } from './landing.js'
import { type CreateScript, loadScript } from './lib/load-script.js'
import { warnOnce } from './lib/warn-once.js'
import { MAX_REPORTS } from './outbox.js'
import type { PartHost } from './part-host.js'
import { createProgram, type Program, type Servers } from './program.js'
import type { ProgramSettings } from './program-settings.js'
import type { SignUpData } from './sign-up-data.js'

// What a page says is `unknown` in truth; each command says what it hopes for, and a page that says
// something else meets a rejected promise.
// biome-ignore lint/suspicious/noExplicitAny: commands differ in their arguments
type Command = (...args: any[]) => unknown

/**
 * What a page can say: `po('program', 'ABCDEFGH', 'load')`.
 *
 * @param create Makes script elements, by default in the plain way.
 * @returns Runs one call. The promise resolves with the command's result, and a function that is the
 * call's last argument is then called with it. It rejects with a `TypeError` when the call was
 * wrong, which is told on the console too: nobody has to listen.
 */
export function createCommands(create?: CreateScript): (...call: unknown[]) => Promise<unknown> {
  const servers: Servers = {}
  const programs: Record<string, Program> = {}
  let hasLoaded: () => void
  const firstLoad = new Promise<void>((resolve) => {
    hasLoaded = resolve
  })

  const theProgram = (id: string): Program => {
    programs[id] = programs[id] || createProgram(id, servers)
    return programs[id]
  }

  /** Asks all programs of the page, once there is one. */
  const askEach = async <T>(ask: (program: Program) => T | Promise<T>) => {
    await firstLoad
    return Promise.all(Object.values(programs).map(ask))
  }

  const signUp = (data: SignUpData, isFromForm?: boolean) =>
    askEach((program) => program.enrol(data, isFromForm))

  const loadAsset = (path: string, host?: PartHost) =>
    loadScript(`${servers.assets_host}/${path}.js`, create, host)

  /**
   * Forms that were submitted before the part that reads them has come; the oldest give way, as more
   * reports could not wait.
   */
  const submits: (Submission | undefined)[] = []
  const onSubmit = (event: Event) => {
    if (submits.push(submission(event)) > MAX_REPORTS) submits.shift()
  }

  /** Loads what few pages need. */
  const loadPart = (name: string, options?: unknown) =>
    loadAsset(`js/${name}`, {
      options,
      submits,
      credits: () => Object.values(programs).map((program) => program.standing()),
      signUp: (data) => signUp(data, true),
    })

  const commands: Record<string, Command> = {
    settings(name: keyof Servers, value: string) {
      servers[name] = value
    },

    async 'program load'(id: string, _verb, options: ProgramSettings = {}) {
      const program = theProgram(id)
      program.startTracking(options, () => loadAsset(`program/${id}/settings/settings`))
      hasLoaded()
      const { domains } = await program.known
      // Without consent no cookie carries the key: links have to.
      if (domains || lacksConsent) loadPart('links')
      if (lacksConsent) loadPart('consent')
      if (/po_debug/.test(landingUrl)) loadPart('debug')
    },

    'program type'(id: string, verb: 'type', type: NonNullable<ProgramSettings['type']>) {
      theProgram(id).told[verb] = type
    },

    'program settings'(id: string, _verb, name: string, value: unknown) {
      ;(theProgram(id).told as Record<string, unknown>)[name] = value
    },

    async 'customers signup'(_verb, payload: { data?: SignUpData } & SignUpData) {
      const answers = await signUp(payload.data || payload)
      return answers[0]
    },

    // PartneroJS calls forms `universal`.
    'integration universal'(_name, options) {
      addEventListener('submit', onSubmit, true)
      return loadPart('forms', options)
    },

    integration: loadPart,

    'consent grant': () => askEach((program) => program.grant()),

    'consent revoke': erase,

    ready: () => askEach((program) => program.known),

    async partner() {
      const referrers = await askEach((program) => program.whoReferred())
      return referrers.find(Boolean)
    },
  }

  const run = async (noun: string, ...args: unknown[]) => {
    // `po('program', ID, 'load')` has the verb behind the id. `customer` is a slip seen in the wild.
    const name = `${noun} ${args[noun === 'program' ? 1 : 0]}`.replace('customer ', 'customers ')
    // `renderReferralForm` and `showReferralPopup`: the part knows its own commands.
    if (/Ref/.test(noun)) return loadPart('referrals', [noun, args])
    const command = commands[name] || commands[noun]
    if (!command) throw new TypeError(`"${name}" is none of: ${Object.keys(commands)}`)
    return command(...args)
  }

  return (...call) => {
    const result = run(...(call as [string]))
    // Anything but a function is ignored here, so the last argument needs no check.
    result.then(call.pop() as () => void).catch(warnOnce)
    return result
  }
}
