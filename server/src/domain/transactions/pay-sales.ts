import type { Kysely } from 'kysely'
import { listRulesFor } from '../../store/commission-rules.js'
import { lockCustomer } from '../../store/customers.js'
import type {
  CommissionRuleRow,
  Database,
  ProgramRow,
  TransactionRow,
} from '../../store/database.js'
import { findFirstSaleTime } from '../../store/transactions.js'
import { chooseRule } from '../commissions/choose-rule.js'
import { isWithinTerms, type SaleTerms } from '../commissions/is-within-terms.js'
import { commissionOfSale, type Earned, rewardOfSale } from '../commissions/reward-of-sale.js'
import { type Grant, grantRewards } from '../rewards/grant-rewards.js'
import type { SaleCredit } from './credit-sale.js'
import type { Sale } from './read-sale.js'

/** A sale that was recorded now. */
export interface RecordedSale extends SaleCredit {
  transaction: TransactionRow
  sale: Sale
}

/** A sale that somebody is credited with, and by which rules it may be paid. */
interface CreditedSale extends RecordedSale {
  rule: CommissionRuleRow | undefined
  buyerRule: CommissionRuleRow | undefined
}

/** When customers first paid, for the sales of which that matters; milliseconds since the epoch. */
type FirstSales = Map<CreditedSale, number | undefined>

/**
 * Gives what sales earn: to the referrer by the rule that fits best, else by what the program pays;
 * and to the buyer where a rule rewards them too. What the client says that the referrer is to get
 * goes before the amount and the terms of any rule.
 *
 * @param recorded In the order in which they are to count as having come.
 * @param now Milliseconds since the epoch.
 */
export async function paySales(
  trx: Kysely<Database>,
  program: ProgramRow,
  recorded: readonly RecordedSale[],
  now: number,
): Promise<void> {
  const referrers = new Set(recorded.flatMap(({ referrer }) => referrer?.uid ?? []))
  if (referrers.size === 0) return
  const rules = await listRulesFor(trx, program.program_id, [...referrers])
  const credited = recorded.flatMap((one) => {
    const { referrer, sale } = one
    if (!referrer) return []
    const rule = chooseRule(rules, 'referrer', referrer.uid, sale.product)
    const buyerRule = chooseRule(rules, 'customer', referrer.uid, sale.product)
    return { ...one, rule, buyerRule }
  })
  const firstSales = await findFirstSales(trx, program, credited)
  const grants = credited.flatMap((one) => grantsOf(program, one, firstSales))
  await grantRewards(trx, program, grants, now)
}

function grantsOf(program: ProgramRow, one: CreditedSale, firstSales: FirstSales): Grant[] {
  const { transaction, buyer, referrer, sale, rule, buyerRule } = one
  const { uid: transactionUid, created_at: createdAt } = transaction
  const isPaidBy = (terms: SaleTerms) => isWithinTerms(terms, createdAt, firstSales.get(one))
  const grant = (
    beneficiaryUid: string | undefined,
    earned: Earned | undefined,
    { ruleUid, holdDays }: { ruleUid: string | undefined; holdDays: number },
  ): Grant[] => {
    if (!earned || beneficiaryUid === undefined) return []
    const isPaid = sale.isRewarded
    return [{ ...earned, beneficiaryUid, transactionUid, ruleUid, holdDays, isPaid, createdAt }]
  }

  const isReferrerPaid = sale.rewardMicros !== undefined || isPaidBy(rule ?? program)
  const { hold_days: holdDays } = rule ?? program
  return [
    ...(isReferrerPaid
      ? grant(referrer?.uid, rewardOfSale(sale, rule ?? program), { ruleUid: rule?.uid, holdDays })
      : []),
    ...(buyerRule && isPaidBy(buyerRule)
      ? grant(buyer.uid, commissionOfSale(sale, buyerRule), {
          ruleUid: buyerRule.uid,
          holdDays: buyerRule.hold_days,
        })
      : []),
  ]
}

/**
 * What the customer bought before is only looked up where it matters, and then sales of the same customer
 * wait for each other: else two at once would both be the first. Of two that are recorded together, the
 * second comes after the first.
 */
async function findFirstSales(
  trx: Kysely<Database>,
  program: ProgramRow,
  credited: readonly CreditedSale[],
): Promise<FirstSales> {
  const firstSales: FirstSales = new Map()
  const asked = credited.filter(({ rule, buyerRule }) =>
    [rule ?? program, buyerRule].some((terms) => terms && isOfHistory(terms)),
  )
  const buyers = new Map(asked.map(({ buyer }) => [buyer.uid, buyer]))
  // In one order everywhere, so that two nodes do not wait for each other in a circle.
  for (const uid of [...buyers.keys()].sort()) {
    await lockCustomer(trx, { program_id: program.program_id, uid })
  }
  for (const one of asked) {
    const { uid } = one.buyer
    const later = credited.slice(credited.indexOf(one)).filter(({ buyer }) => buyer.uid === uid)
    const exceptUids = later.map(({ transaction }) => transaction.uid)
    firstSales.set(one, await findFirstSaleTime(trx, program.program_id, uid, exceptUids))
  }
  return firstSales
}

const isOfHistory = ({ commission_sales, commission_months }: SaleTerms) =>
  commission_sales === 'first' || commission_months !== null
