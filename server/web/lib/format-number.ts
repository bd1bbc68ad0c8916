import { lazily } from './lazily.js'

const whole = lazily(() => new Intl.NumberFormat())
const rate = lazily(() => new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }))
const short = lazily(
  () => new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 }),
)

/** `12,345` */
export const formatNumber = (value: number): string => whole().format(value)

/** `0.4`, of a hundred. */
export const formatRate = (percent: number): string => rate().format(percent)

/** `12.3K`, where there is little room. */
export const formatShort = (value: number): string => short().format(value)
