import type { Sender } from './create-sender.js'
import type {
  Credit,
  Customer,
  CustomerBalance,
  CustomerSearch,
  CustomerStats,
  CustomersQuery,
  NewCustomer,
  WidgetToken,
} from './customer.js'
import type { PageQuery } from './page-query.js'
import type { NewPartner, Partner, PartnerDetails, PartnerSearch } from './partner.js'
import type { ProgramOverview, ProgramTest } from './program.js'
import type {
  NewTransaction,
  NewTransactions,
  Transaction,
  TransactionsQuery,
} from './transaction.js'

/** All calls, one entry each. */
export const resources = ({ send, sendOrNothing }: Sender) => ({
  /** Whether the API key is right, and which program it opens. */
  test: () => send<ProgramTest>('GET', '/test'),

  program: {
    overview: () => send<ProgramOverview>('GET', '/program/overview'),
  },

  partners: {
    /** Made once: a second try would be told that the e-mail address is taken. */
    create: (partner: NewPartner) =>
      send<PartnerDetails>('POST', '/partners', { body: partner, isRepeatable: false }),
    list: (query?: PageQuery) => send<Partner[]>('GET', '/partners', { query }),
    search: (query: PartnerSearch) => send<Partner[]>('GET', '/partners:search', { query }),
    /** @param partner Its id, key or e-mail address. */
    get: (partner: string) => send<PartnerDetails>('GET', at`/partners/${partner}`),
  },

  customers: {
    /**
     * Records a sign-up; a customer who is there already is answered as it stands.
     *
     * @returns `null` when an affiliate program finds no such partner: then nothing is recorded.
     */
    create: (customer: NewCustomer) =>
      sendOrNothing<Customer>('POST', '/customers', {
        body: customer,
        isRepeatable: isNamed(customer) && (!customer.transaction || isNamed(customer.transaction)),
      }),
    list: (query?: CustomersQuery) => send<Customer[]>('GET', '/customers', { query }),
    search: (query: CustomerSearch) => send<Customer[]>('GET', '/customers:search', { query }),
    /** @param customer Its key, id or e-mail address. */
    get: (customer: string) => send<Customer>('GET', at`/customers/${customer}`),
    transactions: (customer: string, query?: PageQuery) =>
      send<Transaction[]>('GET', at`/customers/${customer}/transactions`, { query }),
    /** Refer-a-friend: whom this customer referred. */
    referrals: (customer: string, query?: PageQuery) =>
      send<Customer[]>('GET', at`/customers/${customer}/referrals`, { query }),
    /** Refer-a-friend. */
    stats: (customer: string) => send<CustomerStats>('GET', at`/customers/${customer}/stats`),
    /** Refer-a-friend. */
    balance: (customer: string) => send<CustomerBalance>('GET', at`/customers/${customer}/balance`),
    /** Refer-a-friend. Made once: a second try would credit twice. */
    credit: (customer: string, credit: Credit) =>
      send<CustomerBalance>('POST', at`/customers/${customer}/balance/credit`, {
        body: credit,
        isRepeatable: false,
      }),
    /**
     * Refer-a-friend: a token for `<pollen-referrals>` in the browser of this customer alone.
     *
     * @param options.expires_in Seconds, a day at most; an hour if not given.
     */
    widgetToken: (customer: string, options: { expires_in?: number } = {}) =>
      send<WidgetToken>('POST', at`/customers/${customer}/widget_token`, { body: options }),
  },

  transactions: {
    /**
     * Records a sale and pays the commission, once per `key`.
     *
     * @returns `null` when there is no such customer: nobody referred them, nothing is recorded.
     */
    create: (transaction: NewTransaction) =>
      sendOrNothing<Transaction>('POST', '/transactions', {
        body: transaction,
        isRepeatable: isNamed(transaction),
      }),
    /** As `create`, for several sales of one customer at once. */
    createMany: (transactions: NewTransactions) =>
      sendOrNothing<Transaction[]>('POST', '/transactions', {
        body: transactions,
        isRepeatable: transactions.transactions.every(isNamed),
      }),
    list: (query?: TransactionsQuery) => send<Transaction[]>('GET', '/transactions', { query }),
    get: (key: string) => send<Transaction>('GET', at`/transactions/${key}`),
    /**
     * Takes a refunded sale and its commission back.
     *
     * @throws PollenError with `status` 404 when there is none of this key, or none any more.
     */
    delete: async (key: string): Promise<void> => {
      await sendOrNothing('DELETE', at`/transactions/${key}`)
    },
  },
})

export type Resources = ReturnType<typeof resources>

/** Whether the server will know it again. */
const isNamed = ({ key, id, email }: { key?: unknown; id?: unknown; email?: unknown }): boolean =>
  [key, id, email].some((name) => name !== undefined && name !== null)

/** A path with its parts encoded. */
const at = ([first = '', ...texts]: TemplateStringsArray, ...parts: string[]): string =>
  parts.reduce((path, part, index) => path + encodeURIComponent(part) + texts[index], first)
