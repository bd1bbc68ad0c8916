import type { Operations } from '../operation.js'
import { rules } from './commission-rules.js'
import { coupons } from './coupons.js'
import { leads } from './leads.js'
import { links, partners, singular } from './partners.js'
import { payouts } from './payouts.js'

export const affiliate = {
  Partners: { ...partners, ...singular },
  "Partners' links": links,
  'Commission rules': rules,
  Leads: leads,
  'Payout requests': payouts,
  'Coupons and promotion codes': coupons,
} satisfies Record<string, Operations>
