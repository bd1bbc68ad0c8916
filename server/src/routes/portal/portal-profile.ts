import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { hashPassword } from '../../domain/accounts/hash-password.js'
import { partnerOffers } from '../../domain/commissions/program-offer.js'
import { updatePartner } from '../../domain/partners/update-partner.js'
import { payoutMeans } from '../../domain/payouts/payout-means.js'
import { PollenError } from '../../errors/pollen-error.js'
import { productOfferRecord, profileRecord } from '../../records/portal-records.js'
import { offerRecord } from '../../records/widget-records.js'
import { ProfileBody } from '../../schemas/portal.js'
import { inTransaction } from '../../store/in-transaction.js'
import { updatePartner as updateRow } from '../../store/partners.js'
import { deleteOtherPartnerSessions } from '../../store/sessions.js'

/**
 * How long after signing in a password may be set: a browser that somebody left open does not do. It
 * replaces asking for the old one, which who signs in by a link may never have had.
 */
const FRESH_MS = 15 * 60_000

/** What partners say of themselves, and what the program promises them. */
export const portalProfile: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me', async ({ program, partner }) => ({
    data: profileRecord(program, partner),
    status: 1,
  }))

  app.get('/offers', async ({ program, partner }) => {
    const { usual, products } = await partnerOffers(app.db, program, partner.uid)
    return {
      data: { usual: offerRecord(usual), products: products.map(productOfferRecord) },
      status: 1,
    }
  })

  app.put('/me', { schema: { body: ProfileBody } }, async (request) => {
    const { program, partner, partnerSession, body } = request
    const { name, surname, password, payout } = body
    const now = Date.now()
    if (password !== undefined && now - partnerSession.created_at > FRESH_MS) {
      throw new PollenError('sign_in_again')
    }
    const means = payout && JSON.stringify(payoutMeans(payout))
    const passwordHash = password === undefined ? undefined : await hashPassword(password)
    const changed = await inTransaction(app.db, async (trx) => {
      if (passwordHash) await deleteOtherPartnerSessions(trx, partnerSession)
      if (means) await updateRow(trx, partner, { payout: means })
      return updatePartner(trx, program, partner, { name, surname, passwordHash }, now)
    })
    return { data: profileRecord(program, changed), status: 1 }
  })
}
