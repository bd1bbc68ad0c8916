import type { NewCustomer } from './customer.js'
import type { PageQuery } from './page-query.js'
import type { Reference } from './reference.js'

export interface Sale {
  /**
   * Your own name for the payment. The same key again is answered with what stands and pays nothing,
   * so a call with a key is made again when it fails; one without is made once.
   */
  key?: string | undefined
  /** `99.99` or `'99.99'`; required unless there is a `reward`. */
  amount?: number | string | undefined
  /** What the sale earns, instead of what the program pays. */
  reward?: number | string | undefined
  /** ISO 4217; by default the program's currency. */
  amount_units?: string | undefined
  /** `sale` by default. */
  action?: string | undefined
  product_id?: string | number | undefined
  product_type?: string | number | undefined
  /** `false` for a sale that earns nothing. */
  rewardable?: boolean | undefined
  /** Seconds since the epoch or ISO 8601, for a sale of the past. */
  created_at?: number | string | undefined
}

/** Who bought; with `options.create_customer` all that a new customer has. */
export interface SaleCustomer {
  customer: Reference & Omit<NewCustomer, 'transaction'>
  options?: { create_customer?: boolean | undefined } | undefined
}

export type NewTransaction = Sale & SaleCustomer

/** Several sales of one customer: all of them are recorded, or none. */
export interface NewTransactions extends SaleCustomer {
  transactions: readonly Sale[]
}

interface TransactionBase {
  key: string
  action: string
  amount: number
  amount_units: string
  is_currency: boolean
  credit: boolean
  /** Affiliate: the partner's `id`. */
  partner?: string | null
  /** Affiliate: who bought. Refer-a-friend: who referred. */
  customer: string | null
  /** Refer-a-friend: who bought. */
  referred_customer?: string | null
  created_at: string
  deleted_at: string | null
}

export interface Transaction extends TransactionBase {
  rewards: Reward[]
}

/** What somebody earned by a sale. */
export interface Reward extends TransactionBase {
  status: string
  product_type_data: { product_id?: unknown; product_type?: unknown }
}

export interface TransactionsQuery extends PageQuery {
  key?: string | undefined
  partner_key?: string | undefined
  partner_email?: string | undefined
  'customer.key'?: string | undefined
  /** Neither archived nor deleted, if not given. */
  state?: 'standing' | 'refunded' | 'archived' | 'all' | undefined
}
