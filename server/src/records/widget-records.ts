import type { Kysely } from 'kysely'
import { type Offer, programOffer } from '../domain/commissions/program-offer.js'
import { addSums } from '../domain/figures/add-sums.js'
import { microsToNumber } from '../domain/money/micros.js'
import { negated } from '../domain/money/negated.js'
import { referralUrl } from '../domain/partners/referral-url.js'
import { takesPublicReferrers } from '../domain/programs/takes-public-referrers.js'
import { rewardState } from '../domain/rewards/reward-state.js'
import { isoTime } from '../domain/time/iso-time.js'
import { listCustomers } from '../store/customers.js'
import type { CustomerRow, Database, ProgramRow, RewardRow } from '../store/database.js'
import type { AmountRow } from '../store/figures/amount-row.js'
import { figuresOf } from '../store/figures/figures.js'
import { listNewestRewards, sumRewardsOnHold } from '../store/rewards.js'
import { findBuyers } from '../store/transactions.js'

/** How many friends and rewards a widget shows, of each the newest. */
const MOST_SHOWN = 50

/**
 * What a page may show of a program to anybody.
 *
 * @param key Of a referral link, which is not looked up: it is in the answer as it was sent.
 */
export async function widgetProgramRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  key: string | undefined,
) {
  const { referrer, friend } = await programOffer(db, program)
  return {
    program: { name: program.name },
    offer: { referrer: offerRecord(referrer), friend: friend ? offerRecord(friend) : null },
    takes_public_referrers: takesPublicReferrers(program),
    link: key === undefined ? null : referralUrl(program, key),
    referrals: null,
  }
}

/**
 * The same with what came of one customer's link. Of friends it tells no more than the customer knows:
 * a first name or an initial, and whether they bought.
 *
 * @param now Milliseconds since the epoch: what is on hold now.
 */
export async function widgetRecord(
  db: Kysely<Database>,
  program: ProgramRow,
  customer: CustomerRow,
  now: number,
) {
  const { program_id } = program
  const { uid } = customer
  // A page comes with the row after it.
  const newest = { number: 1, limit: MOST_SHOWN - 1, sort: 'desc' } as const
  const friends = await listCustomers(db, program_id, newest, { referrerUid: uid })
  const buyers = await findBuyers(
    db,
    program_id,
    friends.map((friend) => friend.uid),
  )
  const { clicks, signups, paidAccounts, paid, unpaid } = await figuresOf(db, program_id, uid)
  const onHold = await sumRewardsOnHold(db, program_id, uid, now)
  const rewards = await listNewestRewards(db, program_id, uid, MOST_SHOWN)
  return {
    ...(await widgetProgramRecord(db, program, customer.key)),
    referrals: {
      clicks,
      signups,
      buyers: paidAccounts,
      friends: friends.map((friend) => friendRecord(friend, buyers.has(friend.uid))),
      earned: {
        pending: sumRecords(onHold),
        approved: sumRecords(addSums(unpaid, onHold.map(negated))),
        paid: sumRecords(paid),
      },
      rewards: rewards.map((reward) => rewardRecord(reward, now)),
    },
  }
}

/** What is promised, in the units that people read. */
export const offerRecord = ({ commission_type, ...offer }: Offer) => ({
  type: commission_type,
  /** Per cent, or whole units of the currency. */
  amount: microsToNumber(offer.commission_micros),
  currency: commission_type === 'fixed' ? offer.currency : null,
  sales: offer.commission_sales,
  months: offer.commission_months,
})

const friendRecord = (friend: CustomerRow, hasBought: boolean) => ({
  ...publicName(friend),
  state: hasBought ? ('bought' as const) : ('joined' as const),
  joined_at: isoTime(friend.created_at),
})

/** Some keep the whole name in `name`. */
const publicName = ({ name, email }: Pick<CustomerRow, 'name' | 'email'>) => {
  const firstName = name?.trim().split(/\s+/)[0] || null
  const [initial] = firstName ?? email ?? ''
  return { name: firstName, initial: initial?.toUpperCase() ?? null }
}

const rewardRecord = (reward: RewardRow, now: number) => ({
  amount: microsToNumber(reward.amount_micros - reward.reversed_micros),
  currency: reward.amount_units,
  state: rewardState(reward, now),
  created_at: isoTime(reward.created_at),
  approved_at: isoTime(reward.approved_at),
})

const sumRecords = (sums: AmountRow[]) =>
  sums
    .filter(({ amount_micros }) => amount_micros !== 0n)
    .map(({ amount_units, amount_micros }) => ({
      amount: microsToNumber(amount_micros),
      currency: amount_units,
    }))
