import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { programSettings } from '../domain/programs/program-settings.js'
import { ProgramPath } from '../schemas/public.js'
import { listLinkDomains } from '../store/link-domains.js'
import { existingProgram } from './existing-program.js'
import { forEveryone } from './for-everyone.js'
import { SETTINGS_CACHE_CONTROL } from './settings-cache-control.js'

/** The script that the `load` command injects; it says a program's settings to the page's global. */
export const settingsScript: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/program/:program_id/settings/settings.js',
    { schema: { params: ProgramPath } },
    async (request, reply) => {
      const program = await existingProgram(app.db, request.params.program_id)
      const furtherSites = await listLinkDomains(app.db, program.program_id)
      forEveryone(reply, SETTINGS_CACHE_CONTROL).type('text/javascript; charset=utf-8')
      return script([
        ['settings', 'host', `${app.serverUrl(request)}/pub/v1`],
        ['program', program.program_id, 'type', program.type],
        ...Object.entries(programSettings(program, furtherSites)).map(([key, value]) => [
          'program',
          program.program_id,
          'settings',
          key,
          value,
        ]),
      ])
    },
  )
}

/** Says `commands` to the global, whatever the snippet called it. */
const script = (commands: unknown[][]): string =>
  `(function(w,o){o=w[w.__partnerObject||'po'];if(!o)return;\n${commands.map(statement).join('\n')}\n})(window);\n`

/** Only the browser knows whether it sends Global Privacy Control: https://w3c.github.io/gpc/ */
const statement = (command: unknown[]): string =>
  command.at(-1) === 'gpc'
    ? `if(navigator.globalPrivacyControl)${statement([...command.slice(0, -1), 'required'])}`
    : `o(${command.map(literal).join(',')});`

/** ES2018, and old Safari with it, do not take these two separators inside a string. */
const literal = (value: unknown): string =>
  JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
