import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database, MailRow } from '../../store/database.js'
import { insertMail } from '../../store/mail.js'
import { RETRY_PERIOD_MS } from '../time/retry-time.js'
import type { Letter } from './letter.js'

/**
 * Leaves a letter to be sent. It is a row beside the change that it tells of, so that neither is there
 * without the other; it goes out once the transaction has committed.
 *
 * @param trx The database transaction that makes the change.
 * @param now Milliseconds since the epoch.
 * @param usefulForMs How long the letter is worth sending.
 */
export const queueLetter = (
  trx: Kysely<Database>,
  { program_id }: { program_id: string },
  { kind, email, letter }: { kind: MailRow['kind']; email: string; letter: Letter },
  now: number,
  usefulForMs: number = RETRY_PERIOD_MS,
): Promise<void> =>
  insertMail(trx, {
    program_id,
    uid: uuidv7(),
    kind,
    email,
    content: JSON.stringify(letter),
    created_at: now,
    expires_at: now + usefulForMs,
    failed: 0,
    next_attempt_at: now,
  })
