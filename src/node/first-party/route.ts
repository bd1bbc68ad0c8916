/**
 * What of the server's scripts the handler serves: the bundle, and the parts that it loads for the pages
 * that need them.
 */
export const SCRIPTS = [
  'universal',
  'forms',
  'links',
  'consent',
  'stripe',
  'paddle',
  'debug',
  'referrals',
] as const

export type ScriptName = (typeof SCRIPTS)[number]

export type ReadRoute =
  | { kind: 'script'; name: ScriptName }
  | { kind: 'settings' | 'settings-script'; program: string }

export type EventRoute = { kind: 'click'; program: string } | { kind: 'sign-up'; program: string }

/** What a request to the handler asks for. */
export type Route = ReadRoute | EventRoute

/** Where the bundle looks for its parts. */
const PART = /^\/js\/(\w+)\.js$/

const SETTINGS_SCRIPT = /^\/program\/([^/]+)\/settings\/settings\.js$/

const PROGRAM = /^\/programs\/([^/]+)(\/clicks|\/customers)?$/

/**
 * Which of the handler's own addresses a request is for; nothing else is ever passed on to the server.
 *
 * @param site.path What stands before them: `/t`.
 * @param site.scriptName `site` for `/t/site.js`.
 * @param site.programs Public ids.
 */
export function routeOf(
  method: string,
  pathname: string,
  { path, scriptName, programs }: { path: string; scriptName: string; programs: readonly string[] },
): Route | undefined {
  if (!pathname.startsWith(`${path}/`)) return undefined
  const own = pathname.slice(path.length)
  const route = isRead(method) ? readRoute(own, scriptName) : eventRoute(method, own)
  return !route || route.kind === 'script' || programs.includes(route.program) ? route : undefined
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD'

function readRoute(own: string, scriptName: string): ReadRoute | undefined {
  if (own === `/${scriptName}.js`) return { kind: 'script', name: 'universal' }
  const part = PART.exec(own)?.[1]
  // The bundle has the name that the site chose, and no other.
  const name = SCRIPTS.slice(1).find((name) => name === part)
  if (name) return { kind: 'script', name }
  const program = SETTINGS_SCRIPT.exec(own)?.[1]
  if (program) return { kind: 'settings-script', program }
  const [, id, event] = PROGRAM.exec(own) ?? []
  return id && !event ? { kind: 'settings', program: id } : undefined
}

function eventRoute(method: string, own: string): EventRoute | undefined {
  const [, program, event] = (method === 'POST' && PROGRAM.exec(own)) || []
  if (!program || !event) return undefined
  return { kind: event === '/clicks' ? 'click' : 'sign-up', program }
}
