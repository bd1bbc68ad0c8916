import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { resolveReferrer } from '../../domain/customers/resolve-referrer.js'
import {
  changeReferralLink,
  createReferralLink,
  removeReferralLink,
} from '../../domain/partners/change-referral-link.js'
import { PollenError } from '../../errors/pollen-error.js'
import { linkDomainRecord, referralLinkRecords } from '../../records/referral-link-records.js'
import { RecordPath } from '../../schemas/identifiers.js'
import { PageQuery } from '../../schemas/page-query.js'
import {
  OwnLinksQuery,
  ReferralLinkBody,
  ReferralLinksSearch,
  ReferralLinkUpdate,
} from '../../schemas/referral-links.js'
import type { ProgramRow, ReferralLinkRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { listLinkDomains } from '../../store/link-domains.js'
import { findReferralLink, listReferralLinks } from '../../store/referral-links.js'
import { findReferrerByUid, type Referrer } from '../../store/referrers.js'
import { anyIdentifier, type Identifier } from '../../store/statements/find-record.js'
import { pageAnswer, pageOf } from './page.js'

/** Link domains are shown in shorter pages. */
const DOMAIN_PAGES = { usual: 10, largest: 250 }

/** Whose links they are, by the type of the program. */
const OWNERS = {
  partner: { type: 'affiliate', wrongType: 'affiliate_only', notFound: 'partner_not_found' },
  customer: { type: 'refer_a_friend', wrongType: 'friends_only', notFound: 'customer_not_found' },
} as const

/** The links of partners (affiliate) or of customers (refer-a-friend), and where links may lead. */
export const referralLinks: FastifyPluginAsyncTypebox<{ of: keyof typeof OWNERS }> = async (
  app,
  { of },
) => {
  const path = `/${of}_referral_links`
  const { type, wrongType, notFound } = OWNERS[of]

  app.addHook('preHandler', async ({ program }) => {
    if (program.type !== type) throw new PollenError(wrongType)
  })

  app.get(
    `/${of}s/:id/referral_links`,
    { schema: { params: RecordPath, querystring: OwnLinksQuery } },
    async (request) => {
      const { program, params, query } = request
      const { uid: ownerUid } = await existingOwner(program, anyIdentifier(params.id))
      const page = pageOf(query)
      const filters = { ownerUid, partOfKey: query.key }
      const rows = await listReferralLinks(app.db, program.program_id, page, filters)
      return pageAnswer(request, page, rows, (rows) => referralLinkRecords(app.db, program, rows))
    },
  )

  for (const list of [path, `${path}::search`]) {
    app.get(list, { schema: { querystring: ReferralLinksSearch } }, async (request) => {
      const { program, query } = request
      const page = pageOf(query)
      const owner = query[of] && (await findOwner(program, query[of]))
      const rows = await listReferralLinks(app.db, program.program_id, page, {
        key: query.id ?? query.key,
        ownerUid: query[of] && (owner?.uid ?? ''),
      })
      return pageAnswer(request, page, rows, (rows) => referralLinkRecords(app.db, program, rows))
    })
  }

  app.get(`${path}::domains`, { schema: { querystring: PageQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query, DOMAIN_PAGES)
    const domains = [undefined, ...(await listLinkDomains(app.db, program.program_id))]
    const before = (page.number - 1) * page.limit
    const rows = domains.slice(before, before + page.limit + 1)
    return pageAnswer(request, page, rows, (rows) =>
      rows.map((domain) => linkDomainRecord(program, domain)),
    )
  })

  app.post(path, { schema: { body: ReferralLinkBody } }, async ({ program, body }, reply) => {
    const owner = await findOwner(program, body[of] ?? { key: body[`${of}_key`] })
    if (!owner) {
      throw new PollenError('invalid', { [of]: [`Name the ${of} by ${of}.key, .id or .email.`] })
    }
    const link = await inTransaction(app.db, (trx) =>
      createReferralLink(trx, program, owner, body, Date.now()),
    )
    return reply.code(201).send(await one(program, link))
  })

  app.get(`${path}/:id`, { schema: { params: RecordPath } }, async ({ program, params }) =>
    one(program, (await existing(program, params.id)).link),
  )

  app.put(
    `${path}/:id`,
    { schema: { params: RecordPath, body: ReferralLinkUpdate } },
    async ({ program, params, body }) => {
      const { link, owner } = await existing(program, params.id)
      const { update = body } = body
      const changed = await inTransaction(app.db, (trx) =>
        changeReferralLink(trx, program, link, owner, update),
      )
      return one(program, changed)
    },
  )

  app.delete(`${path}/:id`, { schema: { params: RecordPath } }, async ({ program, params }) => {
    const { link, owner } = await existing(program, params.id)
    await inTransaction(app.db, (trx) => removeReferralLink(trx, link, owner))
    return { status: 1 }
  })

  const findOwner = (program: ProgramRow, identifier: Identifier) =>
    resolveReferrer(app.db, program, { partner: identifier, referring_customer: identifier })

  async function existingOwner(program: ProgramRow, identifier: Identifier): Promise<Referrer> {
    const owner = await findOwner(program, identifier)
    if (!owner) throw new PollenError(notFound)
    return owner
  }

  async function existing(program: ProgramRow, key: string) {
    const link = await findReferralLink(app.db, program.program_id, key)
    const owner = link && (await findReferrerByUid(app.db, program, link.owner_uid))
    if (!link || !owner) throw new PollenError('referral_link_not_found')
    return { link, owner }
  }

  async function one(program: ProgramRow, link: ReferralLinkRow) {
    return { data: (await referralLinkRecords(app.db, program, [link]))[0], status: 1 }
  }
}
