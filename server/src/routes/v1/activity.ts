import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { endOfFeed, type Position, parsePosition } from '../../domain/figures/activity-position.js'
import { invalid } from '../../domain/invalid.js'
import { PollenError } from '../../errors/pollen-error.js'
import { activityRecords } from '../../records/activity-records.js'
import { ActivityQuery, ActivityStreamQuery } from '../../schemas/activity.js'
import { listActivity } from '../../store/activity.js'
import type { ProgramRow } from '../../store/database.js'
import { watchActivity } from './watch-activity.js'

const USUAL_LIMIT = 50
const LARGEST_LIMIT = 200

/** As many as one node serves at once: each asks the database once a second. */
const MOST_STREAMS = 100

/** What happens in a program: read page by page, or told as it happens. */
export const activity: FastifyPluginAsyncTypebox = async (app) => {
  const open = new Set<AbortController>()
  app.addHook('preClose', async () => {
    for (const stream of open) stream.abort()
  })

  const list = async (program: ProgramRow, before: Position, limit: number) =>
    activityRecords(app.db, program, await listActivity(app.db, program, before, limit))

  app.get('/activity', { schema: { querystring: ActivityQuery } }, async ({ program, query }) => {
    const { limit = USUAL_LIMIT, before } = query
    const position = readPosition('before', before) ?? endOfFeed(Date.now())
    const most = Math.min(Math.max(limit, 1), LARGEST_LIMIT)
    return { data: await list(program, position, most), status: 1 }
  })

  app.get(
    '/activity/stream',
    { schema: { querystring: ActivityStreamQuery } },
    async ({ program, query, headers, log }, reply) => {
      const last = headers['last-event-id'] ?? query.after
      const after = readPosition('after', typeof last === 'string' ? last : undefined)
      if (open.size >= MOST_STREAMS) throw new PollenError('overloaded')
      const stream = new AbortController()
      open.add(stream)
      reply.raw.once('close', () => {
        open.delete(stream)
        stream.abort()
      })
      const newest = () => list(program, endOfFeed(Date.now()), USUAL_LIMIT)
      const messages = watchActivity(newest, after, stream.signal, log)
      reply.header('content-type', 'text/event-stream').header('cache-control', 'no-store')
      return reply.send(Readable.from(messages, { objectMode: false }))
    },
  )
}

/** @throws PollenError `invalid` */
function readPosition(field: string, text: string | undefined): Position | undefined {
  if (text === undefined) return undefined
  const position = parsePosition(text)
  if (position) return position
  throw invalid(field, 'must be the id of something that this list told of')
}
