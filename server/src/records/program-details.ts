import { addSums } from '../domain/add-sums.js'
import { commissionAmount } from '../domain/commission.js'
import { commissionDescription } from '../domain/commission-description.js'
import { divideHalfEven } from '../domain/divide-half-even.js'
import { microsToNumber } from '../domain/micros.js'
import { moneyText } from '../domain/money-text.js'
import { growth } from '../domain/percentages.js'
import { programSwitches } from '../domain/program-switches.js'
import type { AmountRow } from '../store/amount-row.js'
import type { ProgramRow } from '../store/database.js'
import type { RewardSums } from '../store/rewards.js'
import {
  affiliateOverview,
  friendsOverview,
  inOwnCurrency,
  moneyRecord,
  type OverviewFigures,
} from './overview-record.js'

/** What only the full view of a program tells. */
export interface ProgramExtras {
  rewards: RewardSums
  /** Part of `rewards.approved`: asked for, but not paid out yet. */
  inReview: AmountRow[]
  /** How many there are, by status. */
  partners: Record<string, number>
  payouts: Record<string, number>
  hasRules: boolean
}

/** A program with its figures and settings. */
export function programDetails(
  row: ProgramRow,
  current: OverviewFigures,
  before: OverviewFigures,
  extras: ProgramExtras,
) {
  const { program, overview_program_current_settings, ...overview } =
    row.type === 'affiliate'
      ? affiliateOverview(row, current, before, extras.rewards)
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
  current: OverviewFigures,
  before: OverviewFigures,
  { rewards, inReview, partners, payouts }: ProgramExtras,
) {
  const profit = netProfit(row, current)
  const unclaimed = addSums(rewards.pending, rewards.approved, inReview.map(negated))
  return {
    net_profit: microsToNumber(profit),
    net_profit_growth: growth(Number(profit), Number(netProfit(row, before))),
    net_profit_formatted: moneyText(profit, row.currency),
    average_order_value: averages(row, current),
    rewards_breakdown: {
      unclaimed: moneyRecord(row, unclaimed),
      in_review: moneyRecord(row, inReview),
      paid: moneyRecord(row, rewards.paid),
    },
    partner_activity: partners,
    payout_status_breakdown: payouts,
  }
}

/** In the program's own currency. */
const netProfit = (row: ProgramRow, { revenue, rewards }: OverviewFigures): bigint =>
  inOwnCurrency(row, revenue) - inOwnCurrency(row, rewards)

const averages = (row: ProgramRow, { revenue }: OverviewFigures) =>
  moneyRecord(
    row,
    revenue.map(({ amount_units, amount_micros, sales }) => ({
      amount_units,
      amount_micros: divideHalfEven(amount_micros, BigInt(sales)),
    })),
  )

const negated = ({ amount_units, amount_micros }: AmountRow): AmountRow => ({
  amount_units,
  amount_micros: -amount_micros,
})
