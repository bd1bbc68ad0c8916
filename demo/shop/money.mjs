/** The shop's one currency, ISO 4217. */
export const CURRENCY = 'USD'

/**
 * 2900 cents become `$29.00`.
 * @param {number} cents
 */
export const priceText = (cents) => amountText(cents / 100, CURRENCY)

/**
 * An amount as Pollen answers it: `8.7` and `USD` become `$8.70`. A commission may be finer than a
 * cent until it is paid out, and all of it is shown: `$29.997`.
 *
 * @param {number} amount
 * @param {string} currency ISO 4217.
 */
export const amountText = (amount, currency) =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
  }).format(amount)
