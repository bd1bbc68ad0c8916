import type { Kysely } from 'kysely'
import { deleteSaltsBefore, OF_ALL_PROGRAMS } from '../../store/daily-salts.js'
import type { Database } from '../../store/database.js'
import { listPrograms } from '../../store/programs.js'
import { deleteRateCounts } from '../../store/rate-counts.js'
import { deleteExpiredSessions } from '../../store/sessions.js'
import { deleteSignUpAddressesBefore } from '../../store/sign-up-addresses.js'
import { DAY_MS } from '../time/day-ms.js'

/**
 * Deletes what is known of visitors for a day at most, and sessions that are over. May run at any time
 * and in several processes at once.
 *
 * @param now Milliseconds since the epoch.
 */
export async function forgetVisitors(db: Kysely<Database>, now: number): Promise<void> {
  const today = Math.floor(now / DAY_MS)
  await deleteExpiredSessions(db, now)
  await deleteRateCounts(db, now)
  await deleteSaltsBefore(db, OF_ALL_PROGRAMS, today)
  for (const { program_id } of await listPrograms(db)) {
    await deleteSaltsBefore(db, program_id, today)
    await deleteSignUpAddressesBefore(db, program_id, today * DAY_MS)
  }
}
