import type { Kysely } from 'kysely'
import type { Database } from './database.js'
import { insertAll } from './statements/insert-all.js'
import type { DueApprovalRow } from './tables/side-tables.js'

export const insertDueApprovals = (
  db: Kysely<Database>,
  approvals: readonly DueApprovalRow[],
): Promise<void> => insertAll(db, 'due_approval', approvals)

/** Of every program, the earliest first: whoever looks cannot know which have some. */
export function listDueApprovals(
  db: Kysely<Database>,
  now: number,
  limit: number,
): Promise<DueApprovalRow[]> {
  return db
    .selectFrom('due_approval')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute()
}

/** @returns Whether nobody else was quicker. */
export async function takeDueApproval(
  trx: Kysely<Database>,
  { program_id, reward_uid }: DueApprovalRow,
): Promise<boolean> {
  const taken = await trx
    .deleteFrom('due_approval')
    .where('program_id', '=', program_id)
    .where('reward_uid', '=', reward_uid)
    .returning('reward_uid')
    .executeTakeFirst()
  return taken !== undefined
}
