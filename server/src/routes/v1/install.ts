import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { filledSnippet } from '../../domain/programs/filled-snippet.js'
import { isoTime, isoTimeOrNull } from '../../domain/time/iso-time.js'
import { clickTimes } from '../../store/click-times.js'
import { listLinkDomains } from '../../store/link-domains.js'

/** How the script is installed, and whether it works. */
export const install: FastifyPluginAsyncTypebox<{ snippet: string }> = async (app, { snippet }) => {
  app.get('/install', async (request) => {
    const { program } = request
    const { program_id } = program
    const server = app.serverUrl(request)
    const { first, last, lastHour } = await clickTimes(app.db, program_id, Date.now())
    const data = {
      snippet: filledSnippet(snippet, program, await listLinkDomains(app.db, program_id), server),
      settings_url: `${server}/program/${program_id}/settings/settings.js`,
      first_click_at: isoTimeOrNull(first),
      last_click_at: isoTimeOrNull(last),
      clicks_last_hour: lastHour,
      refused: app.refusedOrigins
        .of(program_id)
        .map(({ origin, at, count }) => ({ origin, at: isoTime(at), count })),
    }
    return { data, status: 1 }
  })
}
