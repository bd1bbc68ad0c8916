import type { AccountTables } from './tables/account-tables.js'
import type { FigureTables } from './tables/figure-tables.js'
import type { JourneyTables } from './tables/journey-tables.js'
import type { MailTables } from './tables/mail-tables.js'
import type { MoneyTables } from './tables/money-tables.js'
import type { PaymentTables } from './tables/payment-tables.js'
import type { SetUpTables } from './tables/set-up-tables.js'
import type { SideTables } from './tables/side-tables.js'
import type { WebhookTables } from './tables/webhook-tables.js'

export type { AccountRow, SessionRow } from './tables/account-tables.js'
export type {
  ClickRow,
  CustomerRow,
  PartnerRow,
  ReferralLinkRow,
  SignUpAddressRow,
  TransactionRow,
} from './tables/journey-tables.js'
export type { MailRow } from './tables/mail-tables.js'
export type {
  BalanceEntryRow,
  CommissionRuleRow,
  PayoutRequestRow,
  RewardRow,
} from './tables/money-tables.js'
export type {
  PayerRow,
  PaymentEventRow,
  PaymentProvider,
  PaymentProviderRow,
  PaymentRow,
} from './tables/payment-tables.js'
export type {
  ApiKeyRow,
  LinkDomainRow,
  PinnedScriptRow,
  ProgramRow,
  ProgramType,
} from './tables/set-up-tables.js'
export type { WebhookDeliveryRow, WebhookRow } from './tables/webhook-tables.js'

/**
 * All tables, as rows look to the code on every database: whole numbers are `number`, and `bigint`
 * where the column's name ends in `_micros`. Every table but those of accounts is led by `program_id`, so
 * that a program's rows lie together and can be moved to a shard of their own.
 *
 * - `…_at` is in integer milliseconds since the epoch, UTC.
 * - `…_micros` is an exact amount in millionths of the unit beside it.
 * - `uid` is our own UUID v7; `id` and `key` are what the outside calls a record.
 */
export interface Database
  extends AccountTables,
    JourneyTables,
    FigureTables,
    MailTables,
    MoneyTables,
    PaymentTables,
    SetUpTables,
    SideTables,
    WebhookTables {}
