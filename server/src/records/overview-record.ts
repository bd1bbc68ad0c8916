import { commissionDescription } from '../domain/commissions/commission-description.js'
import { moneyText } from '../domain/money/money-text.js'
import { growth, percentage } from '../domain/money/percentages.js'
import { isoDate } from '../domain/time/iso-time.js'
import type { ProgramRow } from '../store/database.js'
import type { AmountRow } from '../store/figures/amount-row.js'
import type { Figures } from '../store/figures/figures.js'

/** Counts are texts here, as clients of this answer know them; growth is in per cent. */
export function affiliateOverview(program: ProgramRow, current: Figures, before: Figures) {
  const counted = (name: string, of: (figures: Figures) => number) => ({
    [name]: String(of(current)),
    [`${name}_growth`]: growth(of(current), of(before)),
  })
  const money = (name: string, of: (figures: Figures) => AmountRow[]) => ({
    [name]: moneyRecord(program, of(current)),
    [`${name}_growth`]: growth(
      Number(inOwnCurrency(program, of(current))),
      Number(inOwnCurrency(program, of(before))),
    ),
  })
  return {
    program: overviewProgram(program, 'Affiliate'),
    ...counted('total_partners', ({ partners }) =>
      Object.values(partners).reduce((sum, count) => sum + count, 0),
    ),
    ...counted('total_purchases', ({ sales }) => sales),
    ...counted('total_signups', ({ signups }) => signups),
    ...counted('total_paid_accounts', ({ paidAccounts }) => paidAccounts),
    ...money('total_reward', ({ rewards }) => rewards),
    ...money('total_revenue', ({ revenue }) => revenue),
    ...counted('affiliate_referred_visitors_clicks', ({ clicks }) => clicks),
    ...counted('click_to_signup_conversion', ({ signups, clicks }) => percentage(signups, clicks)),
    ...counted('signup_to_sale_conversion', ({ paidAccounts, signups }) =>
      percentage(paidAccounts, signups),
    ),
    total_paid: sumsOrNothing(program, current.paid),
    total_pending: sumsOrNothing(program, current.unpaid),
    overview_program_current_settings: {
      commission_description: commissionDescription(program),
      program_name: program.name,
      program_initials: initials(program.name),
      program_type_title: 'Affiliate',
      partner_portal_url: program.website,
      currency: program.currency,
      cookie_lifetime: String(program.cookie_lifetime_days ?? 'lifetime'),
      payout_threshold: 0,
    },
  }
}

/** Here counts are numbers. */
export function friendsOverview(program: ProgramRow, current: Figures, before: Figures) {
  const counted = (name: string, of: (figures: Figures) => number) => ({
    [name]: of(current),
    [`${name}_before`]: of(before),
    [`${name}_growth`]: growth(of(current), of(before)),
  })
  return {
    program: overviewProgram(program, 'Referral'),
    active_rewards: 1,
    ...counted('total_customers', ({ signups }) => signups),
    ...counted('total_referring_customers', ({ referring }) => referring),
    ...counted('total_referred_customers', ({ referred }) => referred),
    ...counted('total_sales', ({ sales }) => sales),
    ...counted('participation', ({ referring, signups }) => percentage(referring, signups)),
    total_revenue_from_sales: moneyRecord(program, current.revenue),
    overview_program_current_settings: {
      partner_portal_url: program.website,
      website_url: program.website,
    },
  }
}

/** A program at the head of its figures. */
export const overviewProgram = (program: ProgramRow, type: string) => ({
  id: numericId(program.program_id),
  public_id: program.program_id,
  website: program.website,
  initial: initials(program.name),
  type,
  name: program.name,
  created_at: isoDate(program.created_at),
  last_edited: isoDate(program.updated_at),
})

/** Clients know a program's `id` as a whole number: the public id read in base 36 is one of its own. */
const numericId = (publicId: string) => Number.parseInt(publicId, 36)

/** `A0` of "Api Test 001": the first character of the first word and of the last. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return ([...first].slice(0, 1).join('') + [...last].slice(0, 1).join('')).toUpperCase()
}

/** Clients know nothing as `['0']`. */
const sumsOrNothing = (program: ProgramRow, sums: AmountRow[]) =>
  sums.length > 0 ? moneyRecord(program, sums) : ['0']

/** `{ usd: '$337.47' }`; the program's own currency is there even if there is none of it. */
export function moneyRecord(program: ProgramRow, sums: AmountRow[]): Record<string, string> {
  const shown = sums.length > 0 ? sums : [{ amount_units: program.currency, amount_micros: 0n }]
  return Object.fromEntries(
    shown.map(({ amount_units, amount_micros }) => [
      amount_units.toLowerCase(),
      moneyText(amount_micros, amount_units),
    ]),
  )
}

/** Micros in the program's own currency alone: different currencies are never added up. */
export const inOwnCurrency = ({ currency }: ProgramRow, sums: AmountRow[]): bigint =>
  sums.find(({ amount_units }) => amount_units === currency)?.amount_micros ?? 0n
