import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { saleCustomer } from '../../domain/customers/sale-customer.js'
import { archiveSale, deleteSale, restoreSale } from '../../domain/transactions/change-sale.js'
import { readSale } from '../../domain/transactions/read-sale.js'
import { recordSales } from '../../domain/transactions/record-sales.js'
import { PollenError } from '../../errors/pollen-error.js'
import { transactionRecords } from '../../records/transaction-records.js'
import {
  TransactionBody,
  TransactionKey,
  TransactionQuery,
  TransactionsQuery,
} from '../../schemas/transactions.js'
import type { ProgramRow } from '../../store/database.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findTransaction, listTransactions } from '../../store/transactions.js'
import { notNewsletter } from './not-newsletter.js'
import { pageAnswer, pageOf } from './page.js'
import { transactionFilters } from './transaction-filters.js'

/** Sales, what they earn, and what becomes of them. */
export const transactions: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('preHandler', notNewsletter)

  app.post('/transactions', { schema: { body: TransactionBody } }, async ({ program, body }) => {
    const sales = (body.transactions ?? [body]).map((sale, index) =>
      readSale(sale, program.currency, body.transactions && `transactions.${index}.`),
    )
    const [sale] = sales
    if (sale && !body.transactions && !body.options?.create_customer) {
      const data = await app.recording.sales.add({ program, customer: body.customer, sale })
      return { data, status: 1 }
    }
    const now = Date.now()
    // What is recorded together, or with its customer, is a group of its own.
    const records = await inTransaction(app.db, async (trx) => {
      const customer = await saleCustomer(trx, program, body, now)
      const asked = sales.map((sale) => ({ customer, sale }))
      return transactionRecords(trx, program, await recordSales(trx, program, asked, now), now)
    })
    return { data: body.transactions ? records : records[0], status: 1 }
  })

  app.get('/transactions', { schema: { querystring: TransactionsQuery } }, async (request) => {
    const { program, query } = request
    const page = pageOf(query)
    const filters = { ...(await transactionFilters(app.db, program, query)), state: query.state }
    const rows = await listTransactions(app.db, program.program_id, page, filters)
    return pageAnswer(request, page, rows, (rows) => transactionRecords(app.db, program, rows))
  })

  app.get(
    '/transactions/:key',
    { schema: { params: TransactionKey, querystring: TransactionQuery } },
    async ({ program, params, query }) => {
      const row = await findTransaction(app.db, program.program_id, params.key)
      const isMeant = row && (row.deleted_at === null || query.state === 'all')
      if (!isMeant) throw new PollenError('transaction_not_found')
      const [data] = await transactionRecords(app.db, program, [row])
      return { data, status: 1 }
    },
  )

  app.delete('/transactions', { schema: { querystring: TransactionKey } }, ({ program, query }) =>
    act(deleteSale, program, query.key),
  )
  app.delete('/transactions/:key', { schema: { params: TransactionKey } }, ({ program, params }) =>
    act(deleteSale, program, params.key),
  )

  app.post(
    '/transactions/:key/archive',
    { schema: { params: TransactionKey } },
    ({ program, params }) => act(archiveSale, program, params.key),
  )
  app.post(
    '/transactions/:key/revoke-archive',
    { schema: { params: TransactionKey } },
    ({ program, params }) => act(restoreSale, program, params.key),
  )

  async function act(action: typeof deleteSale, program: ProgramRow, key: string) {
    await inTransaction(app.db, (trx) => action(trx, program, key, Date.now()))
    return { status: 1 }
  }
}
