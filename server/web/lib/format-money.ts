/** An amount in whole units: `{ units: 'EUR', amount: 99.99 }`. */
export interface Money {
  units: string
  amount: number
}

/** As the reader's language writes it: `€99.99`. */
export function formatMoney({ units, amount }: Money): string {
  try {
    return new Intl.NumberFormat(undefined, {
      style: 'currency',
      currency: units,
      currencyDisplay: 'narrowSymbol',
    }).format(amount)
  } catch {
    // Programs may count in points of their own.
    return `${amount.toLocaleString()} ${units}`
  }
}

/** Sums of several currencies beside each other; `–` for none. */
export const formatSums = (sums: Money[]): string => sums.map(formatMoney).join(' · ') || '–'
