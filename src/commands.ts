import { loadScript } from './lib/load-script.js'
import { warnOnce } from './lib/warn-once.js'
import { createProgram, type Program, type Servers } from './program.js'
import type { ProgramSettings } from './program-settings.js'
import type { SignUpData } from './sign-up-data.js'
import { submittedSignUp } from './sign-up-form.js'

// What a page says is `unknown` in truth; each command says what it hopes for, and a page that says
// something else meets a rejected promise.
// biome-ignore lint/suspicious/noExplicitAny: commands differ in their arguments
type Command = (...args: any[]) => unknown

/**
 * What a page can say: `po('program', 'ABCDEFGH', 'load')`.
 *
 * @returns Runs one call. The promise resolves with the command's result, and a function that is the
 * call's last argument is then called with it. It rejects with a `TypeError` when the call was
 * wrong, which is told on the console too: nobody has to listen.
 */
export function createCommands(): (...call: unknown[]) => Promise<unknown> {
  const servers: Servers = {}
  const programs: Record<string, Program> = {}
  let hasLoaded: () => void
  const firstLoad = new Promise<void>((resolve) => {
    hasLoaded = resolve
  })

  const theProgram = (id: string): Program => {
    const program = programs[id] || createProgram(id, servers)
    programs[id] = program
    return program
  }

  /** Asks all programs of the page, once there is one. */
  const askEach = async <T>(ask: (program: Program) => T | Promise<T>) => {
    await firstLoad
    return Promise.all(Object.values(programs).map(ask))
  }

  const signUp = (data: SignUpData, isFromForm?: boolean) =>
    askEach((program) => program.signUp(data, isFromForm))

  /** One function, so that a browser which has it as a listener already ignores it. */
  const onSubmit = (event: Event) => {
    const data = submittedSignUp(event)
    if (data) signUp(data, true)
  }

  const commands: Record<string, Command> = {
    settings(name: keyof Servers, value: string) {
      servers[name] = value
    },

    'program load'(id: string, _verb, options?: ProgramSettings) {
      const program = theProgram(id)
      program.load(options || {}, () =>
        loadScript(`${servers.assets_host}/program/${id}/settings/settings.js`),
      )
      hasLoaded()
      return program.ready
    },

    'program type'(id: string, _verb, type: NonNullable<ProgramSettings['type']>) {
      theProgram(id).told.type = type
    },

    'program settings'(id: string, _verb, name: string, value: unknown) {
      ;(theProgram(id).told as Record<string, unknown>)[name] = value
    },

    async 'customers signup'(_verb, payload: { data?: SignUpData } & SignUpData) {
      const { data } = payload
      if (!data) warnOnce('a sign-up needs { data }')
      const answers = await signUp(data || payload)
      return answers[0]
    },

    'integration universal'() {
      // In the capture phase, before any handler of the page can stop the event.
      addEventListener('submit', onSubmit, true)
    },

    ready: () => askEach((program) => program.ready),
  }

  const run = async (noun: string, ...args: unknown[]) => {
    // `po('program', ID, 'load')` has the verb behind the id. `customer` is a slip seen in the wild.
    const name = `${noun} ${args[noun === 'program' ? 1 : 0]}`.replace('customer ', 'customers ')
    const command = commands[name] || commands[noun]
    if (!command) throw new TypeError(`"${name}" is none of: ${Object.keys(commands).join(', ')}`)
    return command(...args)
  }

  return (...call) => {
    const result = run(...(call as [string]))
    // Anything but a function is ignored here, so the last argument needs no check.
    result.then(call.pop() as () => void).catch(({ message }) => warnOnce(message))
    return result
  }
}
