import { lazily } from './lazily.js'

const whole = lazily(() => new Intl.NumberFormat())
const short = lazily(
  () => new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 }),
)

/** `12,345` */
export const formatNumber = (value: number): string => whole().format(value)

/** `12.3K`, where there is little room. */
export const formatShort = (value: number): string => short().format(value)
