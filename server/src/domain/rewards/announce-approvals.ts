import type { Kysely } from 'kysely'
import { rewardRecord } from '../../records/reward-record.js'
import type { Database } from '../../store/database.js'
import { listDueApprovals, takeDueApproval } from '../../store/due-approvals.js'
import { inTransaction } from '../../store/in-transaction.js'
import { findProgram } from '../../store/programs.js'
import { findReward } from '../../store/rewards.js'
import { emitEvent } from '../webhooks/emit-event.js'
import { rewardState } from './reward-state.js'

/** As many as are looked at in one go. */
const BATCH = 100

/**
 * Tells webhooks of rewards whose time on hold has passed, each once however many processes do so.
 * Time alone approves a reward; this only says it. What was taken back meanwhile is passed over.
 *
 * @param now Milliseconds since the epoch.
 */
export async function announceApprovals(db: Kysely<Database>, now: number): Promise<void> {
  const due = await listDueApprovals(db, now, BATCH)
  for (const approval of due) {
    await inTransaction(db, async (trx) => {
      if (!(await takeDueApproval(trx, approval))) return
      const program = await findProgram(trx, approval.program_id)
      const reward = await findReward(trx, approval.program_id, approval.reward_uid)
      if (!program || !reward || rewardState(reward, now) !== 'approved') return
      const record = () => rewardRecord(trx, program, reward, now)
      await emitEvent(trx, program, 'reward.approved', record, now)
    })
  }
  if (due.length === BATCH) await announceApprovals(db, now)
}
