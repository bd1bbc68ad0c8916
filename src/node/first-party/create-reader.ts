import { problemAnswer } from './problem-answer.js'
import type { Program } from './program.js'
import type { ReadRoute, ScriptName } from './route.js'
import { scriptAnswer } from './script-answer.js'
import { settingsScript } from './settings-script.js'
import type { Script } from './upstream.js'

/** The server's own promise: a changed setting is everywhere within five minutes. */
const CACHE_CONTROL = 'public, max-age=300'

/**
 * Answers what a page asks for before it sends anything: scripts and settings.
 *
 * @param source Rejects while the server has never told.
 * @param path Of the handler.
 */
export function createReader(
  source: { script(name: ScriptName): Promise<Script>; program(id: string): Promise<Program> },
  path: string,
): (request: Request, route: ReadRoute) => Promise<Response> {
  /** Asks the source, and gives what makes an answer of it. */
  async function find(route: ReadRoute): Promise<(request: Request) => Response> {
    if (route.kind === 'script') {
      const script = await source.script(route.name)
      return (request) => scriptAnswer(request, script)
    }
    const program = await source.program(route.program)
    return route.kind === 'settings'
      ? () => settingsAnswer('application/json', JSON.stringify({ data: program, status: 1 }))
      : () => settingsAnswer('text/javascript; charset=utf-8', settingsScript(program, path))
  }

  const isDown = () => problemAnswer(502, 'The tracking server cannot be reached.')

  return async (request, route) => {
    const answerTo = await find(route).catch(() => isDown)
    const response = answerTo(request)
    return request.method === 'HEAD' ? new Response(null, response) : response
  }
}

const settingsAnswer = (type: string, text: string) =>
  new Response(text, { headers: { 'content-type': type, 'cache-control': CACHE_CONTROL } })
