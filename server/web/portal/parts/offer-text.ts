import { formatMoney } from '../../lib/format-money.js'
import { formatNumber } from '../../lib/format-number.js'
import type { Offer } from '../records.js'
import { texts } from '../texts.js'

const { offer: said } = texts

/** `30 % of each purchase`, `$5.00 for the first purchase`. */
export function offerText({ type, amount, currency, sales, months }: Offer): string {
  const purchases =
    sales === 'first' ? said.first : months === null ? said.every : said.months(months)
  return type === 'fixed'
    ? said.fixed(formatMoney({ units: currency ?? '', amount }), purchases)
    : said.share(`${formatNumber(amount)} %`, purchases)
}
