import type { Kysely } from 'kysely'
import type { Database, ProgramRow } from '../../store/database.js'
import { findCustomer, findPartner } from '../../store/statements/find-record.js'
import { findSubscriber } from '../../store/subscribers.js'
import type { PromotionCodeRow } from '../../store/tables/side-tables.js'
import { invalid } from '../invalid.js'
import { readMoney } from '../money/read-money.js'
import { readTime } from '../time/read-time.js'
import { foldCode } from './fold-code.js'
import { readLimit } from './read-limit.js'

/** Somebody whom a code is for, `{ id, full_name }`; nobody as `{}` or `[]`, also `[{ id }]`. */
export type CodeOwner = { id?: string } | { id?: string }[]

/** A promotion code as a client sends it. */
export interface PromotionCodeInput {
  code?: string | undefined
  first_time_order?: boolean | undefined
  limit_to_specific_partner?: boolean | undefined
  coupon_specific_partners?: CodeOwner | undefined
  limit_to_specific_customer?: boolean | undefined
  coupon_specific_customers?: CodeOwner | undefined
  limit_to_specific_subscriber?: boolean | undefined
  coupon_specific_subscribers?: CodeOwner | undefined
  minimum_order_status?: boolean | undefined
  minimum_order_value?: unknown
  expiration_date_status?: boolean | undefined
  expiration_date_value?: unknown
  redemption_times_status?: boolean | undefined
  redemption_times_value?: number | undefined
  metadata?: Record<string, unknown> | undefined
}

/**
 * Reads what a client says of a promotion code.
 *
 * @param path Goes before the field names in errors: `promotion_codes.0.`.
 * @returns The columns that it says something of.
 * @throws PollenError `invalid`
 */
export async function readPromotionCode(
  db: Kysely<Database>,
  program: ProgramRow,
  input: PromotionCodeInput,
  path = '',
): Promise<Partial<PromotionCodeRow>> {
  const { program_id, currency } = program
  const owner = async (
    kind: 'partner' | 'customer' | 'subscriber',
    find: typeof findPartner | typeof findCustomer | typeof findSubscriber,
  ) => {
    const field = `${path}coupon_specific_${kind}s`
    const id = idOf(input[`coupon_specific_${kind}s`], field)
    const isLimited = input[`limit_to_specific_${kind}`]
    if (isLimited === false) return null
    if (id === undefined) {
      if (isLimited) throw invalid(`${field}.id`, `is required where the code is for one ${kind}`)
      return undefined
    }
    const record = await find(db, program_id, { id, key: id, email: id })
    if (!record) throw invalid(`${field}.id`, `names no ${kind}: ${id}`)
    return record.uid
  }
  const columns = {
    ...(input.code && { code: input.code, code_folded: foldCode(input.code) }),
    is_first_order_only:
      input.first_time_order === undefined ? undefined : flag(input.first_time_order),
    partner_uid: await owner('partner', findPartner),
    customer_uid: await owner('customer', findCustomer),
    subscriber_uid: await owner('subscriber', findSubscriber),
    minimum_order_micros: readLimit(
      `${path}minimum_order`,
      input.minimum_order_status,
      input.minimum_order_value,
      (value, field) => readMoney(value, field, currency),
    ),
    expires_at: readLimit(
      `${path}expiration_date`,
      input.expiration_date_status,
      input.expiration_date_value,
      readTime,
    ),
    redemption_limit: readLimit(
      `${path}redemption_times`,
      input.redemption_times_status,
      input.redemption_times_value,
      (value) => value,
    ),
    metadata: input.metadata && JSON.stringify({ ...input.metadata }),
  }
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  ) as Partial<PromotionCodeRow>
}

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)

function idOf(owner: CodeOwner | undefined, field: string): string | undefined {
  const owners = owner === undefined ? [] : [owner].flat()
  if (owners.length > 1) throw invalid(field, 'must name one: a code is for one alone')
  return owners[0]?.id
}
