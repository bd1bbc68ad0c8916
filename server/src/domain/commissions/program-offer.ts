import type { Kysely } from 'kysely'
import { listRulesFor } from '../../store/commission-rules.js'
import type { CommissionRuleRow, Database, ProgramRow } from '../../store/database.js'
import type { Sale } from '../transactions/read-sale.js'
import { chooseRule } from './choose-rule.js'
import type { Commission } from './commission.js'
import type { SaleTerms } from './is-within-terms.js'

/** What somebody gets for a sale, in which currency a fixed amount is, and for which sales. */
export type Offer = Commission & SaleTerms & { currency: string }

/** What a program promises to whoever refers and to whoever buys; particular products left aside. */
export async function programOffer(
  db: Kysely<Database>,
  program: ProgramRow,
): Promise<{ referrer: Offer; friend: Offer | undefined }> {
  // Friends have no rules of their own.
  const rules = await listRulesFor(db, program.program_id, [])
  return {
    referrer: chooseRule(rules, 'referrer', '', {}) ?? program,
    friend: chooseRule(rules, 'customer', '', {}),
  }
}

/**
 * What one partner gets: for a sale of anything, and where a rule pays another commission for a product
 * or a kind of product. Rules that another one always goes before are left out.
 */
export async function partnerOffers(
  db: Kysely<Database>,
  program: ProgramRow,
  partnerUid: string,
): Promise<{ usual: Offer; products: CommissionRuleRow[] }> {
  const rules = await listRulesFor(db, program.program_id, [partnerUid])
  const paying = (product: Sale['product']) => chooseRule(rules, 'referrer', partnerUid, product)
  return {
    usual: paying({}) ?? program,
    products: rules.filter(
      (rule) => (rule.product_id ?? rule.product_type) !== null && paying(productOf(rule)) === rule,
    ),
  }
}

/** A sale that a rule is about. */
const productOf = ({ product_id, product_type }: CommissionRuleRow): Sale['product'] => ({
  ...(product_id !== null && { product_id }),
  ...(product_type !== null && { product_type }),
})
