import type { Selectable } from 'kysely'

/** What payment providers report; for what all tables have in common see `Database`. */
export interface PaymentTables {
  payment_provider: PaymentProviderTable
  payment_event: PaymentEventTable
  payment_reference: PaymentReferenceTable
  payment: PaymentTable
  payer: PayerTable
}

export type PaymentProvider = 'stripe' | 'paddle' | 'paddle-classic' | 'chargebee'

/** A payment provider that reports to a program, and the secret by which its reports are known. */
interface PaymentProviderTable {
  program_id: string
  provider: PaymentProvider
  secret: string
  created_at: number
  updated_at: number
  last_event_at: number | null
}

/** What a provider reported, once however often it did. */
interface PaymentEventTable {
  program_id: string
  provider: PaymentProvider
  /** The provider's. */
  id: string
  type: string
  /** What came of it, in one sentence. */
  outcome: string
  received_at: number
}

/** The names under which a provider speaks of one payment: a charge, its intent, its invoice. */
interface PaymentReferenceTable {
  program_id: string
  provider: PaymentProvider
  reference: string
  /** The one of them that `payment` goes by. */
  payment: string
}

/** What is known of a payment, whether its sale or its refund was reported first. */
interface PaymentTable {
  program_id: string
  provider: PaymentProvider
  /** Once the sale is recorded, the key of the transaction. */
  payment: string
  /** What was paid, tax included; `null` while only a refund was reported. */
  total_micros: bigint | null
  /** What went back so far, tax included. */
  refunded_micros: bigint
}

/** Who a provider's customer is. */
interface PayerTable {
  program_id: string
  provider: PaymentProvider
  /** The provider's id: `cus_…`. */
  reference: string
  /** `null` while nobody of ours is known by it. */
  customer_uid: string | null
  email: string | null
  name: string | null
}

export type PaymentProviderRow = Selectable<PaymentProviderTable>
export type PaymentEventRow = Selectable<PaymentEventTable>
export type PaymentRow = Selectable<PaymentTable>
export type PayerRow = Selectable<PayerTable>
