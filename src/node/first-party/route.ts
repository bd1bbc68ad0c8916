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

/** What of a program is passed on as it comes, and by which method: events, and what widgets ask. */
const PASSED = {
  clicks: ['POST'],
  customers: ['POST'],
  referrers: ['POST'],
  referrals: ['GET', 'HEAD'],
}

export type PassedRoute = { kind: 'passed'; program: string; resource: keyof typeof PASSED }

/** What a request to the handler asks for. */
export type Route = ReadRoute | PassedRoute

/** Where the bundle looks for its parts. */
const PART = /^\/js\/(\w+)\.js$/

const SETTINGS_SCRIPT = /^\/program\/([^/]+)\/settings\/settings\.js$/

/** A widget that was loaded from here asks where it would on the server, under `/pub/v1`. */
const PROGRAM = /^(?:\/pub\/v1)?\/programs\/([^/]+)(?:\/(\w+))?$/

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
  const route = passedRoute(method, own) ?? (isRead(method) && readRoute(own, scriptName))
  return route && (route.kind === 'script' || programs.includes(route.program)) ? route : undefined
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
  const [, id, resource] = PROGRAM.exec(own) ?? []
  return id && !resource ? { kind: 'settings', program: id } : undefined
}

function passedRoute(method: string, own: string): PassedRoute | undefined {
  const [, program, resource = ''] = PROGRAM.exec(own) ?? []
  if (!program || !isPassed(resource) || !PASSED[resource].includes(method)) return undefined
  return { kind: 'passed', program, resource }
}

const isPassed = (resource: string): resource is PassedRoute['resource'] =>
  Object.hasOwn(PASSED, resource)
