import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { enrolCustomer } from '../../domain/enrol-customer.js'
import { readSale } from '../../domain/read-sale.js'
import { recordSale } from '../../domain/record-sale.js'
import { PollenError } from '../../errors/pollen-error.js'
import { customerRecord, customerRowRecords } from '../../records/customer-records.js'
import { transactionRecords } from '../../records/transaction-records.js'
import { CustomerBody, CustomersQuery, CustomersSearch } from '../../schemas/customers.js'
import { RecordPath } from '../../schemas/identifiers.js'
import { PageQuery } from '../../schemas/page-query.js'
import { listCustomers } from '../../store/customers.js'
import type { ProgramRow } from '../../store/database.js'
import { listTransactions } from '../../store/transactions.js'
import { existingCustomer } from './existing-customer.js'
import { pageAnswer, pageOf } from './page.js'
import { partnerFilter } from './partner-filter.js'

/** Customers, of both kinds of program. */
export const customers: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/customers', { schema: { querystring: CustomersQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const rows = await listCustomers(app.db, program.program_id, page, {
      referrerUid: await partnerFilter(app.db, program, query),
      isReferred: query.refer_status && query.refer_status === 'referred',
    })
    return pageAnswer(request, page, rows, (rows) => customerRowRecords(app.db, program, rows))
  })

  app.post('/customers', { schema: { body: CustomerBody } }, async ({ program, body }) => {
    const { customer: nested, transaction, ...flat } = body
    const { partner, referring_customer, ...person } = { ...flat, ...nested }
    assertNamed(program, person)
    const sale = transaction && readSale(transaction, program.currency, 'transaction.')
    const now = Date.now()
    const customer = await app.db.transaction().execute(async (trx) => {
      const referral = { partner, referring_customer }
      const customer = await enrolCustomer(trx, program, person, referral, false, now)
      if (sale) await recordSale(trx, program, customer, sale, now)
      return customer
    })
    return { data: await customerRecord(app.db, program, customer), status: 1 }
  })

  app.get('/customers::search', { schema: { querystring: CustomersSearch } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const rows = await listCustomers(app.db, program.program_id, page, { terms: query })
    return pageAnswer(request, page, rows, (rows) => customerRowRecords(app.db, program, rows))
  })

  app.get('/customers/:id', { schema: { params: RecordPath } }, async ({ program, params }) => ({
    data: await customerRecord(app.db, program, await existingCustomer(app.db, program, params.id)),
    status: 1,
  }))

  app.get(
    '/customers/:id/transactions',
    { schema: { params: RecordPath, querystring: PageQuery } },
    async (request) => {
      const { program, params, query } = request
      const { uid } = await existingCustomer(app.db, program, params.id)
      const page = pageOf(query)
      const rows = await listTransactions(app.db, program.program_id, page, { participantUid: uid })
      return pageAnswer(request, page, rows, (rows) => transactionRecords(app.db, program, rows))
    },
  )
}

/**
 * In an affiliate program the merchant's own name for the customer is what later sales are found by;
 * among friends an e-mail address is enough, the rest is made up.
 */
function assertNamed(
  program: ProgramRow,
  { id, key, email }: { id?: string; key?: string; email?: string },
): void {
  if (id ?? key ?? (program.type === 'affiliate' ? undefined : email)) return
  throw new PollenError('invalid', { key: ['The key is required.'] })
}
