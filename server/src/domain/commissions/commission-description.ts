import { type Commission, commissionText } from './commission.js'
import type { SaleTerms } from './is-within-terms.js'

/** A commission in words: `30%, lifetime`, `5 USD, first sale`, `30%, 12 months`. */
export function commissionDescription(
  terms: Commission & SaleTerms & { currency: string },
): string {
  const { commission_sales, commission_months: months } = terms
  const duration = months === null ? 'lifetime' : months === 1 ? '1 month' : `${months} months`
  const sales = commission_sales === 'first' ? 'first sale' : duration
  return `${commissionText(terms, terms.currency)}, ${sales}`
}
