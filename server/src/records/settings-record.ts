import { commissionAmount } from '../domain/commissions/commission.js'
import type { LinkDomainRow, ProgramRow } from '../store/database.js'

/** How a program tracks, credits and pays, in the words in which it is set. */
export const settingsRecord = (program: ProgramRow, domains: LinkDomainRow[]) => ({
  parameter: program.parameter,
  query_params: JSON.parse(program.query_params),
  url_format: program.url_format,
  cookie_lifetime: program.cookie_lifetime_days ?? 'lifetime',
  attribution: program.attribution,
  cookie_domain: program.cookie_domain,
  consent: program.consent,
  partner_sign_up: program.partner_sign_up,
  strict_attribution: program.strict_attribution === 1,
  transaction_based_attribution: program.transaction_based_attribution === 1,
  coupon_attribution: program.coupon_attribution,
  commission: commissionAmount(program),
  commission_sales: program.commission_sales,
  commission_months: program.commission_months ?? 'lifetime',
  hold_days: program.hold_days,
  domains: domains.map(({ website }) => website),
  visitor_hashes: program.visitor_hashes === 1,
  lead_retention_days: program.lead_retention_days ?? 'forever',
  click_retention_days: program.click_retention_days ?? 'forever',
  webhook_log_days: program.webhook_log_days,
})
