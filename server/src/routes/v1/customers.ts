import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  archiveCustomer,
  type CustomerAction,
  deleteCustomer,
  restoreCustomer,
} from '../../domain/customers/change-customer.js'
import { enrolCustomer } from '../../domain/customers/enrol-customer.js'
import { type CustomerChanges, updateCustomer } from '../../domain/customers/update-customer.js'
import { readSale } from '../../domain/transactions/read-sale.js'
import { recordSale } from '../../domain/transactions/record-sales.js'
import { PollenError } from '../../errors/pollen-error.js'
import { customerRecord, customerRowRecords } from '../../records/customer-records.js'
import { transactionRecords } from '../../records/transaction-records.js'
import { CustomerBody, CustomersQuery, CustomerUpdate } from '../../schemas/customers.js'
import { RecordPath } from '../../schemas/identifiers.js'
import { PageQuery } from '../../schemas/page-query.js'
import { SearchQuery } from '../../schemas/search-query.js'
import { listCustomers } from '../../store/customers.js'
import type { CustomerRow, ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import type { Identifier } from '../../store/statements/find-record.js'
import { listTransactions } from '../../store/transactions.js'
import { existingCustomer } from './existing-customer.js'
import { notNewsletter } from './not-newsletter.js'
import { pageAnswer, pageOf } from './page.js'
import { partnerFilter } from './partner-filter.js'
import { type Update, updateOf } from './update-of.js'

/** Customers, of both kinds of program; `/customer` is what older clients call some of these. */
export const customers: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', notNewsletter)

  app.get('/customers', { schema: { querystring: CustomersQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const rows = await listCustomers(app.db, program.program_id, page, {
      referrerUid: await partnerFilter(app.db, program, query),
      isReferred: query.refer_status && query.refer_status === 'referred',
    })
    return pageAnswer(request, page, rows, (rows) => customerRowRecords(app.db, program, rows))
  })

  app.get('/customer', { schema: { querystring: SearchQuery } }, async ({ program, query }) =>
    one(program, await existingCustomer(app.db, program, query)),
  )

  for (const path of ['/customers', '/customer']) {
    app.post(path, { schema: { body: CustomerBody } }, async ({ program, body }) => {
      const { customer: nested, transaction, options, ...flat } = body
      const { partner, referring_customer, ...person } = { ...flat, ...nested }
      assertNamed(program, person)
      const sale = transaction && readSale(transaction, program.currency, 'transaction.')
      const now = Date.now()
      const customer = await inTransaction(app.db, async (trx) => {
        const referral = { partner, referring_customer, referral_url: options?.referral_url }
        const customer = await enrolCustomer(trx, program, person, referral, false, now)
        if (sale) await recordSale(trx, program, customer, sale, now)
        return customer
      })
      return one(program, customer)
    })
    app.put(path, { schema: { body: CustomerUpdate } }, ({ program, body }) =>
      update(program, updateOf(undefined, body)),
    )
    app.delete(path, { schema: { querystring: SearchQuery } }, ({ program, query }) =>
      act(deleteCustomer, program, query),
    )
  }

  app.get('/customers::search', { schema: { querystring: SearchQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const rows = await listCustomers(app.db, program.program_id, page, { terms: query })
    return pageAnswer(request, page, rows, (rows) => customerRowRecords(app.db, program, rows))
  })

  app.get('/customers/:id', { schema: { params: RecordPath } }, async ({ program, params }) =>
    one(program, await existingCustomer(app.db, program, params.id)),
  )
  app.put(
    '/customers/:id',
    { schema: { params: RecordPath, body: CustomerUpdate } },
    ({ program, params, body }) => update(program, updateOf(params.id, body)),
  )
  app.delete('/customers/:id', { schema: { params: RecordPath } }, ({ program, params }) =>
    act(deleteCustomer, program, params.id),
  )
  app.post('/customers/:id/archive', { schema: { params: RecordPath } }, ({ program, params }) =>
    act(archiveCustomer, program, params.id),
  )
  app.post(
    '/customers/:id/revoke-archive',
    { schema: { params: RecordPath } },
    ({ program, params }) => act(restoreCustomer, program, params.id),
  )

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

  async function one(program: ProgramRow, customer: CustomerRow) {
    return { data: await customerRecord(app.db, program, customer), status: 1 }
  }

  async function update(program: ProgramRow, { identifier, changes }: Update<CustomerChanges>) {
    const customer = await existingCustomer(app.db, program, identifier)
    const updated = await inTransaction(app.db, (trx) =>
      updateCustomer(trx, program, customer, changes, Date.now()),
    )
    return one(program, updated)
  }

  async function act(action: CustomerAction, program: ProgramRow, identifier: string | Identifier) {
    const customer = await existingCustomer(app.db, program, identifier)
    await inTransaction(app.db, (trx) => action(trx, program, customer, Date.now()))
    return { status: 1 }
  }
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
