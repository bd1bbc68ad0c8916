/** An amount in whole units: `{ units: 'EUR', amount: 99.99 }`. */
export interface Money {
  units: string
  amount: number
}

const formats = new Map<string, (amount: number) => string>()

/** As the reader's language writes it: `€99.99`. */
export function formatMoney({ units, amount }: Money): string {
  let format = formats.get(units)
  if (!format) {
    format = formatOf(units)
    formats.set(units, format)
  }
  return format(amount)
}

function formatOf(units: string): (amount: number) => string {
  try {
    const { format } = new Intl.NumberFormat(undefined, {
      style: 'currency',
      currency: units,
      currencyDisplay: 'narrowSymbol',
    })
    return format
  } catch {
    // Programs may count in points of their own.
    return (amount) => `${amount.toLocaleString()} ${units}`
  }
}

/** Sums of several currencies beside each other; `–` for none. */
export const formatSums = (sums: Money[]): string => sums.map(formatMoney).join(' · ') || '–'
