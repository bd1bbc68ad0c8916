import type { Visit } from './visit.js'

/** What a visit has shown of the page's program. */
export interface SeenProgram {
  id: string
  /** As the snippet, the settings script or the settings as JSON say them. */
  settings: Record<string, unknown>
}

/** A command of a settings script, on a line of its own or among others: `o("program","ID",…)`. */
const COMMAND = /\(\s*(["']program["']\s*,[^()]*)\)/g

/** The arguments that stand in a settings script, which quotes them either way. */
function parseArguments(text: string): unknown[] {
  try {
    return JSON.parse(`[${text.replace(/'([^'"\\]*)'/g, '"$1"')}]`)
  } catch {
    // A script that computes what it says cannot be read; the page still works with it.
    return []
  }
}

/** The settings script's address: `…/program/<id>/settings/settings.js`. */
export const isSettingsScript = (url: string): boolean =>
  /\/program\/[^/]+\/settings\/settings\.js/.test(url)

/** The settings as JSON, which the npm entry asks for: `…/programs/<id>`. */
export const isSettingsJson = (url: string): boolean => /\/programs\/[^/?]+(\?|$)/.test(url)

/**
 * Finds the program that a page has loaded.
 *
 * @returns The first one where there are several; `undefined` when none was seen.
 */
export function readProgram({ notes, requests }: Visit): SeenProgram | undefined {
  const inPage = notes.flatMap((note) => (note.kind === 'commands' ? note.commands : []))
  const inScripts = requests
    .filter(({ url }) => isSettingsScript(url))
    .flatMap(({ answer = '' }) => [...answer.matchAll(COMMAND)])
    .map(([, text = '']) => parseArguments(text))
  const asJson = requests.find(({ url, method }) => method === 'GET' && isSettingsJson(url))

  const settings: Record<string, unknown> = {}
  let id: string | undefined
  for (const [noun, of, verb, ...rest] of [...inScripts, ...inPage]) {
    if (noun !== 'program' || (id !== undefined && id !== of)) continue
    id ??= String(of)
    if (verb === 'type') settings.type = rest[0]
    if (verb === 'settings') settings[String(rest[0])] = rest[1]
    if (verb === 'load' && typeof rest[0] === 'object') Object.assign(settings, rest[0])
  }
  if (asJson) {
    id ??= /\/programs\/([^/?]+)/.exec(asJson.url)?.[1]
    try {
      const { data } = JSON.parse(asJson.answer ?? '')
      Object.assign(settings, { type: data.type }, data.settings)
    } catch {
      // No answer, or not one of ours: the check of the settings tells.
    }
  }
  return id === undefined ? undefined : { id, settings }
}

/** The query parameter that carries a key in this program's links. */
export const parameterOf = ({ settings }: SeenProgram): string =>
  String(settings.query_param || (settings.type === 'refer_a_friend' ? 'ref' : 'aff'))
