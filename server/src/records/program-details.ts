import { commissionAmount } from '../domain/commissions/commission.js'
import { commissionDescription } from '../domain/commissions/commission-description.js'
import { addSums } from '../domain/figures/add-sums.js'
import { divideHalfEven } from '../domain/money/divide-half-even.js'
import { microsToNumber } from '../domain/money/micros.js'
import { moneyText } from '../domain/money/money-text.js'
import { negated } from '../domain/money/negated.js'
import { growth } from '../domain/money/percentages.js'
import { programSwitches } from '../domain/programs/program-switches.js'
import type { ProgramRow } from '../store/database.js'
import type { AmountRow } from '../store/figures/amount-row.js'
import type { Figures } from '../store/figures/figures.js'
import {
  affiliateOverview,
  friendsOverview,
  inOwnCurrency,
  moneyRecord,
} from './overview-record.js'

/** What only the full view of a program tells. */
export interface ProgramExtras {
  /** Part of what is unpaid: asked for, but not paid out yet. */
  inReview: AmountRow[]
  /** How many there are, by status. */
  payouts: Record<string, number>
  hasRules: boolean
}

/** A program with its figures and settings. */
export function programDetails(
  row: ProgramRow,
  current: Figures,
  before: Figures,
  extras: ProgramExtras,
) {
  const { program, overview_program_current_settings, ...overview } =
    row.type === 'affiliate'
      ? affiliateOverview(row, current, before)
      : friendsOverview(row, current, before)
  const switches = programSwitches(row)
  return {
    program,
    stats: { ...overview, ...moneyFigures(row, current, before, extras) },
    program_settings: {
      ...overview_program_current_settings,
      currency: row.currency,
      cookie_lifetime: String(row.cookie_lifetime_days ?? 'lifetime'),
      commission_description: commissionDescription(row),
      commission_value: commissionAmount(row),
      has_multiple_commissions: extras.hasRules,
      payout_threshold: 0,
      ...switches.program_settings,
    },
    portal_settings: switches.portal_settings,
  }
}

function moneyFigures(
  row: ProgramRow,
  current: Figures,
  before: Figures,
  { inReview, payouts }: ProgramExtras,
) {
  const profit = netProfit(row, current)
  const unclaimed = addSums(current.unpaid, inReview.map(negated))
  return {
    net_profit: microsToNumber(profit),
    net_profit_growth: growth(Number(profit), Number(netProfit(row, before))),
    net_profit_formatted: moneyText(profit, row.currency),
    average_order_value: averages(row, current),
    rewards_breakdown: {
      unclaimed: moneyRecord(row, unclaimed),
      in_review: moneyRecord(row, inReview),
      paid: moneyRecord(row, current.paid),
    },
    partner_activity: current.partners,
    payout_status_breakdown: payouts,
  }
}

/** In the program's own currency. */
const netProfit = (row: ProgramRow, { revenue, rewards }: Figures): bigint =>
  inOwnCurrency(row, revenue) - inOwnCurrency(row, rewards)

const averages = (row: ProgramRow, { revenue }: Figures) =>
  moneyRecord(
    row,
    revenue.map(({ amount_units, amount_micros, sales }) => ({
      amount_units,
      amount_micros: divideHalfEven(amount_micros, BigInt(sales)),
    })),
  )
