import type { Kysely } from 'kysely'
import { listRulesFor } from '../store/commission-rules.js'
import { lockCustomer } from '../store/customers.js'
import type { CustomerRow, Database, ProgramRow, TransactionRow } from '../store/database.js'
import type { Referrer } from '../store/referrers.js'
import { findFirstSaleTime } from '../store/transactions.js'
import { chooseRule } from './choose-rule.js'
import { grantReward } from './grant-reward.js'
import { isWithinTerms, type SaleTerms } from './is-within-terms.js'
import type { Sale } from './read-sale.js'
import { commissionOfSale, type Earned, rewardOfSale } from './reward-of-sale.js'

interface CreditedSale {
  transaction: TransactionRow
  buyer: CustomerRow
  referrer: Referrer
  sale: Sale
}

/**
 * Gives what a sale earns: to the referrer by the rule that fits best, else by what the program pays;
 * and to the buyer where a rule rewards them too. What the client says that the referrer is to get
 * goes before the amount and the terms of any rule.
 *
 * @param now Milliseconds since the epoch.
 */
export async function paySale(
  trx: Kysely<Database>,
  program: ProgramRow,
  { transaction, buyer, referrer, sale }: CreditedSale,
  now: number,
): Promise<void> {
  const rules = await listRulesFor(trx, program.program_id, referrer.uid)
  const rule = chooseRule(rules, 'referrer', referrer.uid, sale.product)
  const buyerRule = chooseRule(rules, 'customer', referrer.uid, sale.product)
  const isPaidBy = await paidTerms(trx, transaction, buyer, [rule ?? program, buyerRule])

  const give = async (
    beneficiaryUid: string,
    earned: Earned | undefined,
    { ruleUid, holdDays }: { ruleUid: string | undefined; holdDays: number },
  ) => {
    if (!earned) return
    const { uid: transactionUid, created_at: createdAt } = transaction
    const isPaid = sale.isRewarded
    const grant = {
      ...earned,
      beneficiaryUid,
      transactionUid,
      ruleUid,
      holdDays,
      isPaid,
      createdAt,
    }
    await grantReward(trx, program, grant, now)
  }

  if (sale.rewardMicros !== undefined || isPaidBy(rule ?? program)) {
    const { hold_days: holdDays } = rule ?? program
    await give(referrer.uid, rewardOfSale(sale, rule ?? program), { ruleUid: rule?.uid, holdDays })
  }
  if (buyerRule && isPaidBy(buyerRule)) {
    const { uid: ruleUid, hold_days: holdDays } = buyerRule
    await give(buyer.uid, commissionOfSale(sale, buyerRule), { ruleUid, holdDays })
  }
}

/**
 * Tells by which terms a sale is paid. What the customer bought before is only looked up where it
 * matters, and then sales of the same customer wait for each other: else two at once would both be the
 * first.
 */
async function paidTerms(
  trx: Kysely<Database>,
  { program_id, uid, created_at }: TransactionRow,
  buyer: CustomerRow,
  terms: (SaleTerms | undefined)[],
): Promise<(terms: SaleTerms) => boolean> {
  const isHistoryNeeded = terms.some(
    (one) => one && (one.commission_sales === 'first' || one.commission_months !== null),
  )
  if (!isHistoryNeeded) return () => true
  await lockCustomer(trx, buyer)
  const firstSaleAt = await findFirstSaleTime(trx, program_id, buyer.uid, uid)
  return (one) => isWithinTerms(one, created_at, firstSaleAt)
}
