import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { invalid } from '../../domain/invalid.js'
import {
  createReferralLink,
  removeReferralLink,
} from '../../domain/partners/change-referral-link.js'
import { PollenError } from '../../errors/pollen-error.js'
import { ownLinkRecords } from '../../records/portal-records.js'
import { linkDomainRecord } from '../../records/referral-link-records.js'
import { LinkPath, NewLinkBody } from '../../schemas/portal.js'
import { inTransaction } from '../../store/in-transaction.js'
import { listLinkDomains } from '../../store/link-domains.js'
import { findReferralLink, listReferralLinks } from '../../store/referral-links.js'

/** Links that a partner may have: enough for every place to have its own, too few to take all names. */
const MOST_LINKS = 50

const ALL = { limit: MOST_LINKS, number: 1, sort: 'asc' } as const

/** A partner's own links. */
export const portalLinks: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/links', async ({ program, partner }) => {
    const links = await listReferralLinks(app.db, program.program_id, ALL, {
      ownerUid: partner.uid,
    })
    const domains = await listLinkDomains(app.db, program.program_id)
    return {
      data: {
        links: ownLinkRecords(program, partner, domains, links.slice(0, MOST_LINKS)),
        websites: [undefined, ...domains].map((domain) => {
          const { id, domain: website } = linkDomainRecord(program, domain)
          return { id: id === null ? null : Number(id), website }
        }),
        is_full: links.length >= MOST_LINKS,
      },
      status: 1,
    }
  })

  app.post(
    '/links',
    { schema: { body: NewLinkBody } },
    async ({ program, partner, body }, reply) => {
      const link = await inTransaction(app.db, async (trx) => {
        const own = await listReferralLinks(trx, program.program_id, ALL, { ownerUid: partner.uid })
        if (own.length >= MOST_LINKS) {
          throw invalid(
            'key',
            `cannot be given: you have ${MOST_LINKS} links, the most there may be`,
          )
        }
        return createReferralLink(trx, program, partner, body, Date.now())
      })
      const domains = await listLinkDomains(app.db, program.program_id)
      reply.code(201)
      return { data: ownLinkRecords(program, partner, domains, [link])[0], status: 1 }
    },
  )

  app.delete('/links/:key', { schema: { params: LinkPath } }, async (request) => {
    const { program, partner, params } = request
    await inTransaction(app.db, async (trx) => {
      const link = await findReferralLink(trx, program.program_id, params.key)
      if (link?.owner_uid !== partner.uid) throw new PollenError('referral_link_not_found')
      await removeReferralLink(trx, link, partner)
    })
    return { status: 1 }
  })
}
