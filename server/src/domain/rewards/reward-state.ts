import type { RewardRow } from '../../store/database.js'

export type RewardState = 'pending' | 'approved' | 'paid' | 'reversed'

/**
 * Where a reward stands: `pending` while it is on hold, then `approved`, which means that it may be
 * paid out, `paid`, or `reversed` when the sale was taken back, even if it had been paid out before.
 * Time alone approves it, so no job has to run for that.
 *
 * @param now Milliseconds since the epoch.
 */
export function rewardState(
  { reversed_at, paid_at, approved_at }: Pick<RewardRow, 'reversed_at' | 'paid_at' | 'approved_at'>,
  now: number,
): RewardState {
  if (reversed_at !== null) return 'reversed'
  if (paid_at !== null) return 'paid'
  return approved_at > now ? 'pending' : 'approved'
}
