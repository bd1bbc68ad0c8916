import type { Kysely } from 'kysely'
import type { Database, PartnerRow, ProgramRow } from '../../store/database.js'
import { countSignInTokens } from '../../store/sign-in-tokens.js'
import { createSignInToken } from '../accounts/create-sign-in-token.js'
import { queueLetter } from '../letters/queue-letter.js'
import { signInLetter } from '../letters/sign-in-letter.js'
import { signInUrl } from './sign-in-url.js'

/** Long enough to find the letter, short enough for a mailbox that somebody else reads later. */
const LINK_MINUTES = 15

/** Links of one partner that work at the same time: whoever asks again and again fills no mailbox. */
const MOST_LINKS = 5

/**
 * Sends a partner a link that opens the portal once. Does nothing for one who is not active, or who
 * has several that work already.
 *
 * @param trx A database transaction.
 * @param now Milliseconds since the epoch.
 */
export async function sendSignInLink(
  trx: Kysely<Database>,
  program: ProgramRow,
  partner: PartnerRow,
  portalUrl: string,
  now: number,
): Promise<void> {
  if (partner.status !== 'active') return
  if ((await countSignInTokens(trx, program.program_id, partner.uid, now)) >= MOST_LINKS) return
  const { token, expiresAt } = await createSignInToken(trx, partner, LINK_MINUTES * 60, now)
  const letter = signInLetter(program, signInUrl(portalUrl, token), LINK_MINUTES)
  const { email } = partner
  await queueLetter(trx, program, { kind: 'sign_in', email, letter }, now, expiresAt - now)
}
