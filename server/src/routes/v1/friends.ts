import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { widgetSecret } from '../../domain/api-keys/widget-secret.js'
import { signWidgetToken } from '../../domain/api-keys/widget-token.js'
import { creditCustomer } from '../../domain/customers/credit-customer.js'
import { enrolCustomer } from '../../domain/customers/enrol-customer.js'
import { invitationLetter } from '../../domain/letters/invitation-letter.js'
import { queueLetter } from '../../domain/letters/queue-letter.js'
import { referralUrl } from '../../domain/partners/referral-url.js'
import { isoTime } from '../../domain/time/iso-time.js'
import { PollenError } from '../../errors/pollen-error.js'
import { balanceRecord } from '../../records/balance-record.js'
import { customerRecord, customerRowRecords } from '../../records/customer-records.js'
import {
  CreditBody,
  IdempotencyHeaders,
  InviteBody,
  WidgetTokenBody,
} from '../../schemas/customers.js'
import { RecordPath } from '../../schemas/identifiers.js'
import { PageQuery } from '../../schemas/page-query.js'
import { sumBalance } from '../../store/balance-entries.js'
import { listCustomers } from '../../store/customers.js'
import type { CustomerRow, ProgramRow } from '../../store/database.js'
import { figuresOf } from '../../store/figures/figures.js'
import { inTransaction } from '../../store/in-transaction.js'
import { existingCustomer } from './existing-customer.js'
import { notNewsletter } from './not-newsletter.js'
import { pageAnswer, pageOf } from './page.js'
import { sharingLinks } from './sharing-links.js'

/** What customers have who refer others: referrals, figures and a balance. */
export const friends: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', notNewsletter)
  app.addHook('preHandler', async ({ program }) => {
    if (program.type === 'affiliate') throw new PollenError('friends_only')
  })

  app.post('/customers::invite', { schema: { body: InviteBody } }, async ({ program, body }) => {
    const { personalization, ...person } = body
    if (person.email === undefined) {
      throw new PollenError('invalid', { email: ['The email is required.'] })
    }
    const { email } = person
    const now = Date.now()
    const customer = await inTransaction(app.db, async (trx) => {
      const invited = await enrolCustomer(trx, program, person, {}, true, now)
      if (app.sendsMail) {
        const letter = invitationLetter(program, invited.name, referralUrl(program, invited.key))
        await queueLetter(trx, program, { kind: 'invitation', email, letter }, now)
      }
      return invited
    })
    const data = await customerRecord(app.db, program, customer)
    return {
      data: { ...data, personalization: personalization ?? {}, is_mail_sent: app.sendsMail },
      status: 1,
    }
  })

  app.get(
    '/customers/:id/referrals',
    { schema: { params: RecordPath, querystring: PageQuery } },
    async (request) => {
      const { program, params, query } = request
      const { uid } = await existingCustomer(app.db, program, params.id)
      const page = pageOf(query)
      const rows = await listCustomers(app.db, program.program_id, page, { referrerUid: uid })
      return pageAnswer(request, page, rows, (rows) => customerRowRecords(app.db, program, rows))
    },
  )

  app.get('/customers/:id/stats', { schema: { params: RecordPath } }, async (request) => {
    const { program, params } = request
    const customer = await existingCustomer(app.db, program, params.id)
    const brought = await figuresOf(app.db, program.program_id, customer.uid)
    const { clicks, signups, sales, paidAccounts } = brought
    const link = referralUrl(program, customer.key)
    return {
      data: {
        clicks,
        referrals: signups,
        signups,
        sales,
        paid_accounts: paidAccounts,
        referral_link: link,
        sharing_links: sharingLinks(link),
      },
      status: 1,
    }
  })

  app.get('/customers/:id/balance', { schema: { params: RecordPath } }, async (request) =>
    balanceOf(request.program, await existingCustomer(app.db, request.program, request.params.id)),
  )

  app.post(
    '/customers/:id/balance/credit',
    { schema: { params: RecordPath, headers: IdempotencyHeaders, body: CreditBody } },
    async ({ program, params, headers, body }) => {
      const customer = await existingCustomer(app.db, program, params.id)
      const credit = { ...body, key: body.key ?? headers['idempotency-key'] }
      await creditCustomer(app.db, program, customer, credit, Date.now())
      return balanceOf(program, customer)
    },
  )

  app.post(
    '/customers/:id/widget_token',
    { schema: { params: RecordPath, body: WidgetTokenBody } },
    async ({ program, params, body }) => {
      const { uid, status } = await existingCustomer(app.db, program, params.id)
      if (status !== 'active') {
        throw new PollenError('action_failed', { customer: ['The customer is archived.'] })
      }
      const expiresAt = Math.floor(Date.now() / 1000) + body.expires_in
      const facts = { programId: program.program_id, customerUid: uid, expiresAt }
      const token = signWidgetToken(await widgetSecret(app.db, program), facts)
      return { data: { token, expires_at: isoTime(expiresAt * 1000) }, status: 1 }
    },
  )

  async function balanceOf(program: ProgramRow, customer: CustomerRow) {
    const sums = await sumBalance(app.db, program.program_id, customer.uid)
    return {
      data: {
        customer: await customerRecord(app.db, program, customer),
        balance: balanceRecord(sums),
      },
      status: 1,
    }
  }
}
