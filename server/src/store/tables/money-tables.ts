import type { Selectable } from 'kysely'

/** What is earned and paid; for what all tables have in common see `Database`. */
export interface MoneyTables {
  reward: RewardTable
  balance_entry: BalanceEntryTable
  commission_rule: CommissionRuleTable
  payout_request: PayoutRequestTable
  payout_entry: PayoutEntryTable
}

/** What somebody earned: by a sale, one per beneficiary, or because the merchant says so. */
interface RewardTable {
  program_id: string
  uid: string
  transaction_uid: string | null
  /** The referrer, or the buyer where the program rewards both sides. */
  beneficiary_uid: string
  /** The commission rule that it was paid by; `null` for the program's own commission. */
  rule_uid: string | null
  amount_micros: bigint
  amount_units: string
  /** How much of it was taken back, for the sale was. */
  reversed_micros: bigint
  note: string | null
  created_at: number
  /** When it may be paid out; in the future while it is on hold. */
  approved_at: number
  paid_at: number | null
  /** When all of it was taken back. */
  reversed_at: number | null
}

/** The ledger: a balance is the sum of its entries, and an entry never changes. */
interface BalanceEntryTable {
  program_id: string
  uid: string
  beneficiary_uid: string
  kind: 'reward' | 'reversal' | 'restoration' | 'credit' | 'payout' | 'rounding'
  /** What the entry is about, and which entry about it this is: 0 for the first. */
  reward_uid: string | null
  step: number | null
  /** The payout that `payout` and `rounding` belong to. */
  payout_number: number | null
  /** Negative where something is taken back or paid out. */
  amount_micros: bigint
  amount_units: string
  is_currency: 0 | 1
  created_at: number
}

/** An exception from what the program pays; the most specific one that fits a sale counts. */
interface CommissionRuleTable {
  program_id: string
  uid: string
  name: string
  beneficiary: 'referrer' | 'customer'
  commission_type: 'percent' | 'fixed'
  commission_micros: bigint
  /** Of a fixed commission, as it was when the rule was made. */
  currency: string
  commission_sales: 'every' | 'first'
  commission_months: number | null
  hold_days: number
  /** `null` in these three: any. */
  partner_uid: string | null
  product_id: string | null
  product_type: string | null
  created_at: number
  updated_at: number
}

interface PayoutRequestTable {
  program_id: string
  number: number
  partner_uid: string
  amount_units: string
  gateway: 'paypal' | 'crypto' | 'venmo' | 'wise' | null
  /** JSON: an object, by gateway. */
  payout_settings: string
  status: 'requested' | 'approved' | 'finished' | 'rejected'
  created_at: number
  updated_at: number
  paid_at: number | null
  /** What it was to pay when it was rejected; `null` in any other state. */
  rejected_micros: bigint | null
}

/** Which entries of the ledger a payout pays; no entry is paid twice. */
interface PayoutEntryTable {
  program_id: string
  entry_uid: string
  payout_number: number
}

export type RewardRow = Selectable<RewardTable>
export type BalanceEntryRow = Selectable<BalanceEntryTable>
export type CommissionRuleRow = Selectable<CommissionRuleTable>
export type PayoutRequestRow = Selectable<PayoutRequestTable>
