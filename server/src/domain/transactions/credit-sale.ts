import type { Kysely } from 'kysely'
import { updateCustomer } from '../../store/customers.js'
import type { CustomerRow, Database, ProgramRow } from '../../store/database.js'
import { findPartnerByPromotionCode } from '../../store/promotion-codes.js'
import type { Referrer } from '../../store/referrers.js'
import { recordSignUp } from '../customers/record-sign-ups.js'
import { resolveActiveReferrer } from '../customers/resolve-referrer.js'
import type { Sale } from './read-sale.js'

/** A sale, and who the client says has bought. */
export interface CustomerSale {
  customer: CustomerRow
  sale: Sale
}

/** Whose sale it is, and to whose credit. */
export interface SaleCredit {
  buyer: CustomerRow
  /** `undefined` for nobody's. */
  referrer: Referrer | undefined
}

/**
 * Decides who gets the credit for a sale. In this order:
 *
 * 1. the partner that the sale itself names, where the program allows that. The buyer is then a
 *    customer of that partner's own (`<key>__pkey_<partner key>`), so the credit for the buyer's other
 *    sales is not touched;
 * 2. the partner whose promotion code was used: instead of whom the customer came by where the program
 *    says so, and where the customer came by nobody for all later sales too;
 * 3. whom the customer came by.
 *
 * Sales of an archived customer, and those of a referrer who is not active, are nobody's.
 *
 * @param referrers Those who brought customers, by `uid`.
 * @param now Milliseconds since the epoch.
 */
export async function creditSale(
  trx: Kysely<Database>,
  program: ProgramRow,
  { customer, sale }: CustomerSale,
  referrers: Map<string, Referrer>,
  now: number,
): Promise<SaleCredit> {
  if (customer.status !== 'active') return { buyer: customer, referrer: undefined }
  const named = await partnerOfSale(trx, program, sale)
  if (named) return namedCredit(trx, program, customer, named, now)
  const byCode = await partnerByCode(trx, program, sale.discountCode)
  if (byCode && customer.referrer_uid === null) {
    const credited = { referrer_uid: byCode.uid, updated_at: now }
    return { buyer: await updateCustomer(trx, customer, credited), referrer: byCode }
  }
  if (byCode && program.coupon_attribution === 'always') {
    return { buyer: customer, referrer: byCode }
  }
  const own = referrers.get(customer.referrer_uid ?? '')
  return { buyer: customer, referrer: own?.status === 'active' ? own : undefined }
}

/** Whether `buyer` stands for `customer` in the sales that name their partner. */
export const isCreditedBuyer = (buyer: CustomerRow, customer: CustomerRow): boolean =>
  buyer.key.startsWith(`${customer.key}${NAMED}`)

/** Between a customer's key and the partner's. */
const NAMED = '__pkey_'

async function partnerOfSale(
  trx: Kysely<Database>,
  program: ProgramRow,
  { partnerKey: key }: Sale,
): Promise<Referrer | undefined> {
  if (program.type !== 'affiliate' || !program.transaction_based_attribution) return undefined
  return key === undefined ? undefined : resolveActiveReferrer(trx, program, { partner: { key } })
}

async function namedCredit(
  trx: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
  partner: Referrer,
  now: number,
): Promise<SaleCredit> {
  const { name, surname } = customer
  const signUp = {
    source: 'api',
    key: `${customer.key}${NAMED}${partner.key}`,
    name: name ?? undefined,
    surname: surname ?? undefined,
  } as const
  const { customer: buyer } = await recordSignUp(trx, program, signUp, partner, now)
  return { buyer, referrer: partner }
}

/** The partner to whom a promotion code may bring the credit for a sale, as the program says. */
export async function partnerByCode(
  trx: Kysely<Database>,
  program: ProgramRow,
  code: string | undefined,
): Promise<Referrer | undefined> {
  const isOff = program.type !== 'affiliate' || program.coupon_attribution === 'never'
  if (isOff || code === undefined) return undefined
  const partner = await findPartnerByPromotionCode(trx, program, code)
  return partner?.status === 'active' ? partner : undefined
}
