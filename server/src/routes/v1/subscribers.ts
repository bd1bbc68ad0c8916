import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeSubscriber } from '../../domain/subscribers/change-subscriber.js'
import { removeSubscriber } from '../../domain/subscribers/remove-subscriber.js'
import { type NewSubscriber, subscribe } from '../../domain/subscribers/subscribe.js'
import { PollenError } from '../../errors/pollen-error.js'
import { subscriberRecord, subscriberRecords } from '../../records/subscriber-records.js'
import { RecordPath } from '../../schemas/identifiers.js'
import {
  SubscriberBody,
  SubscriberReference,
  SubscribersQuery,
  SubscribersSearch,
  SubscriberUpdate,
} from '../../schemas/subscribers.js'
import type { ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { anyIdentifier, type Identifier } from '../../store/statements/find-record.js'
import { findSubscriber, listSubscribers } from '../../store/subscribers.js'
import type { SubscriberRow } from '../../store/tables/side-tables.js'
import { newsletterOnly } from './newsletter-only.js'
import { pageAnswer, pageOf, SHORT_PAGES } from './page.js'
import { subscriberFilters } from './subscriber-filters.js'
import { type Update, updateOf } from './update-of.js'

const SUBSCRIBER_PAGES = { ...SHORT_PAGES, largest: 250 }

/** The readers of a newsletter, who refer others. */
export const subscribers: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', newsletterOnly)

  // A client that looks for one subscriber by e-mail address ends up here: its path has no id to add.
  app.get('/subscribers', { schema: { querystring: SubscribersQuery } }, async (request) => {
    const { program, query } = request
    const { id, email } = query
    if (id ?? email) return one(program, await existing(program, { id, email }))
    const page = pageOf(query, SUBSCRIBER_PAGES)
    const filters = subscriberFilters(query)
    const rows = await listSubscribers(app.db, program.program_id, page, filters)
    return pageAnswer(request, page, rows, (rows) => subscriberRecords(app.db, program, rows))
  })

  app.post('/subscribers', { schema: { body: SubscriberBody } }, async ({ program, body }) => {
    const { referral, identifier, ...rest } = body
    const input = { ...rest, id: rest.id ?? identifier }
    const { subscriber } = await inTransaction(app.db, async (trx) => {
      const referrer = await findSubscriber(trx, program.program_id, referral ?? {})
      const creditedUid = referrer?.status === 'active' ? referrer.uid : undefined
      return subscribe(trx, program, input, creditedUid, Date.now())
    })
    return one(program, subscriber)
  })

  app.put('/subscribers', { schema: { body: SubscriberUpdate } }, ({ program, body }) =>
    change(program, updateOf(undefined, body)),
  )

  app.delete(
    '/subscribers',
    { schema: { querystring: SubscriberReference } },
    ({ program, query }) => remove(program, { id: query.id, email: query.email }),
  )

  app.get(
    '/subscribers::search',
    { schema: { querystring: SubscribersSearch } },
    async (request) => {
      const { program, query } = request
      const page = pageOf(query, SUBSCRIBER_PAGES)
      const filters = subscriberFilters(query)
      const rows = await listSubscribers(app.db, program.program_id, page, filters)
      return pageAnswer(request, page, rows, (rows) => subscriberRecords(app.db, program, rows))
    },
  )

  app.get('/subscribers/:id', { schema: { params: RecordPath } }, async ({ program, params }) =>
    one(program, await existing(program, params.id)),
  )

  app.put(
    '/subscribers/:id',
    { schema: { params: RecordPath, body: SubscriberUpdate } },
    ({ program, params, body }) => change(program, updateOf(params.id, body)),
  )

  app.delete('/subscribers/:id', { schema: { params: RecordPath } }, ({ program, params }) =>
    remove(program, params.id),
  )

  async function existing(program: ProgramRow, identifier: string | Identifier) {
    const names = typeof identifier === 'string' ? anyIdentifier(identifier) : identifier
    const subscriber = await findSubscriber(app.db, program.program_id, names)
    if (!subscriber) throw new PollenError('subscriber_not_found')
    return subscriber
  }

  async function change(
    program: ProgramRow,
    { identifier, changes }: Update<Partial<NewSubscriber>>,
  ) {
    const subscriber = await existing(program, identifier)
    return one(program, await changeSubscriber(app.db, program, subscriber, changes, Date.now()))
  }

  async function remove(program: ProgramRow, identifier: string | Identifier) {
    const subscriber = await existing(program, identifier)
    await inTransaction(app.db, (trx) => removeSubscriber(trx, program, subscriber, Date.now()))
    return { status: 1 }
  }

  const one = async (program: ProgramRow, subscriber: SubscriberRow) => ({
    data: await subscriberRecord(app.db, program, subscriber),
    status: 1,
  })
}
