import type { CommissionRuleRow } from '../../store/database.js'
import type { Sale } from '../transactions/read-sale.js'

/** How much more a condition says than those after it; all of them together tell every mix apart. */
const WEIGHTS = { partner_uid: 4, product_id: 2, product_type: 1 } as const

/**
 * The commission rule that a sale is paid by: of those that fit, the one that is most particular
 * about the partner, then about the product, then about its type; of two alike, the newer one.
 *
 * @param partnerUid The partner who is credited; a friend has no rules of their own.
 * @returns `undefined` when none fits.
 */
export function chooseRule(
  rules: CommissionRuleRow[],
  beneficiary: CommissionRuleRow['beneficiary'],
  partnerUid: string,
  { product_id, product_type }: Sale['product'],
): CommissionRuleRow | undefined {
  const fits = (rule: CommissionRuleRow) =>
    rule.beneficiary === beneficiary &&
    (rule.partner_uid === null || rule.partner_uid === partnerUid) &&
    (rule.product_id === null || texts(product_id).includes(rule.product_id)) &&
    (rule.product_type === null || texts(product_type).includes(rule.product_type))
  return rules.filter(fits).sort((a, b) => weight(b) - weight(a) || b.created_at - a.created_at)[0]
}

const weight = (rule: CommissionRuleRow): number =>
  Object.entries(WEIGHTS).reduce(
    (sum, [column, weight]) => sum + (rule[column as keyof typeof WEIGHTS] === null ? 0 : weight),
    0,
  )

/** Shops send one product or several, as text or as a number. */
const texts = (value: unknown): string[] =>
  value === undefined ? [] : [value].flat().map((entry) => String(entry))
