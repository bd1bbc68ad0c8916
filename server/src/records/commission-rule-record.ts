import { commissionAmount } from '../domain/commissions/commission.js'
import { isoTime } from '../domain/time/iso-time.js'
import type { CommissionRuleRow } from '../store/database.js'

/**
 * A commission rule, in the words in which it is sent.
 *
 * @param partner Whom alone it is for.
 */
export const commissionRuleRecord = (
  rule: CommissionRuleRow,
  partner: { id: string; key: string } | undefined,
) => ({
  id: rule.uid,
  name: rule.name,
  beneficiary: rule.beneficiary,
  commission: commissionAmount(rule),
  currency: rule.commission_type === 'fixed' ? rule.currency : null,
  sales: rule.commission_sales,
  months: rule.commission_months ?? 'lifetime',
  hold_days: rule.hold_days,
  partner: partner ? { id: partner.id, key: partner.key } : null,
  product_id: rule.product_id,
  product_type: rule.product_type,
  created_at: isoTime(rule.created_at),
  updated_at: isoTime(rule.updated_at),
})
