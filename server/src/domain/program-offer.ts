import type { Kysely } from 'kysely'
import { listRulesFor } from '../store/commission-rules.js'
import type { Database, ProgramRow } from '../store/database.js'
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
  const rules = await listRulesFor(db, program.program_id, '')
  return {
    referrer: chooseRule(rules, 'referrer', '', {}) ?? program,
    friend: chooseRule(rules, 'customer', '', {}),
  }
}
