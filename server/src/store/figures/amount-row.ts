/** A sum per unit of account; sums of different units are never added up. */
export interface AmountRow {
  amount_units: string
  amount_micros: bigint
}
